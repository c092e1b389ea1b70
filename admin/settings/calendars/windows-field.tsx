import { PlusMini, XMarkMini } from "@medusajs/icons"
import { Hint } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type ReactNode } from "react"
import type { WindowDefinition } from "../../../src/business-time/definition"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { TimeField } from "./time-field"
import {
  anotherWindow,
  endsNextDay,
  isWrong,
  type WindowProblem,
  windowProblems,
  type Windows,
} from "./week"

/** The hours of one day, with one row per window. */
export const WindowsField = ({
  day,
  windows,
  onChange,
}: {
  /** The name of the day, for the fields' labels. */
  day: string
  windows: Windows
  onChange: (windows: Windows) => void
}) => {
  const t = useText()
  const problems = windowProblems(windows)
  const [added, setAdded] = useState<number | null>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  const removed = useRef(false)
  useEffect(() => {
    // Only after rendering is the button in the row that is now the last.
    if (removed.current) {
      removed.current = false
      addRef.current?.focus()
    }
  }, [windows])

  return (
    <div className="flex flex-col items-start gap-y-1.5">
      {windows.map((window, index) => (
        <WindowFields
          key={index}
          day={day}
          window={window}
          problem={problems[index] ?? null}
          autoFocus={added === index}
          onChange={(changed) => onChange(windows.with(index, changed))}
          onRemove={() => {
            setAdded(null)
            removed.current = true
            onChange(windows.toSpliced(index, 1))
          }}
        >
          {index === windows.length - 1 && (
            <IconAction
              ref={addRef}
              aria-label={t("settings.calendars.addHours", { day })}
              onClick={() => {
                setAdded(windows.length)
                onChange([...windows, anotherWindow(windows)])
              }}
            >
              <PlusMini />
            </IconAction>
          )}
        </WindowFields>
      ))}
    </div>
  )
}

const WindowFields = ({
  day,
  window,
  problem,
  autoFocus,
  onChange,
  onRemove,
  children,
}: {
  day: string
  window: WindowDefinition
  problem: WindowProblem | null
  autoFocus: boolean
  onChange: (window: WindowDefinition) => void
  onRemove: () => void
  /** Further actions in the row. */
  children: ReactNode
}) => {
  const t = useText()
  const hintId = useId()
  const [start, end] = window
  const describedBy = problem ? hintId : undefined
  const hours = [start, end].filter(Boolean).join("–")
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-center gap-x-1.5">
        <TimeField
          label={t("settings.calendars.opensAt", { day })}
          value={start}
          invalid={problem === "start" || problem === "both"}
          describedBy={describedBy}
          autoFocus={autoFocus}
          onChange={(changed) => onChange([changed, end])}
        />
        <span aria-hidden className="text-ui-fg-subtle">
          –
        </span>
        <TimeField
          label={t("settings.calendars.closesAt", { day })}
          value={end}
          invalid={problem === "end" || problem === "both"}
          describedBy={describedBy}
          onChange={(changed) => onChange([start, changed])}
        />
        <IconAction
          aria-label={t("settings.calendars.removeHours", { day, hours })}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconAction>
        {children}
        {endsNextDay(window) && (
          <span className="txt-compact-xsmall text-ui-fg-subtle whitespace-nowrap">
            {t("settings.calendars.nextDay")}
          </span>
        )}
      </div>
      <div id={hintId} role={isWrong(problem) ? "alert" : undefined}>
        {problem && (
          <Hint variant={isWrong(problem) ? "error" : "info"}>
            {t(`settings.calendars.problems.${problem}`)}
          </Hint>
        )}
      </div>
    </div>
  )
}
