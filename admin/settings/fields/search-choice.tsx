import { Check, TrianglesMini } from "@medusajs/icons"
import { Input, Popover, clx } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import { useText } from "../../i18n/use-text"
import type { FieldProps } from "../../call-sheet/field"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { type Choosable, matching } from "./matching"

/** A select with a search field, for long lists. */
export const SearchChoice = ({
  label,
  field,
  value,
  choices,
  placeholder,
  loading = false,
  named,
  onOpen,
  onChange,
}: {
  /** The accessible name of the list. */
  label: string
  field: FieldProps
  value: string
  choices: readonly Choosable[]
  placeholder?: string
  /** The choices are loading. */
  loading?: boolean
  /** The value that has this name, besides those that are found. */
  named?: (search: string) => string | null
  /** Called before the list opens, to compute slow choices lazily. */
  onOpen?: () => void
  onChange: (value: string) => void
}) => {
  const [open, setOpen] = useState(false)
  const valueId = useId()
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Popover
      open={open}
      onOpenChange={(opened) => {
        if (opened) {
          onOpen?.()
        }
        setOpen(opened)
      }}
    >
      <Popover.Trigger asChild>
        <button
          type="button"
          {...field}
          // The label is the accessible name, so the value needs a description.
          aria-describedby={[valueId, field["aria-describedby"]]
            .filter(Boolean)
            .join(" ")}
          aria-haspopup="listbox"
          className={`${TOUCH_HEIGHT} bg-ui-bg-field shadow-buttons-neutral txt-compact-small hover:bg-ui-bg-field-hover focus-visible:shadow-borders-interactive-with-active aria-[invalid=true]:shadow-borders-error flex h-8 w-full items-center justify-between gap-x-2 rounded-md px-2 text-left outline-none`}
        >
          <span
            id={valueId}
            className={clx("min-w-0 truncate", !chosen && "text-ui-fg-subtle")}
          >
            {chosen?.label ?? (value || placeholder)}
            {chosen?.note && (
              <span className="text-ui-fg-subtle pl-2">{chosen.note}</span>
            )}
          </span>
          <TrianglesMini aria-hidden className="text-ui-fg-muted shrink-0" />
        </button>
      </Popover.Trigger>
      <Popover.Content
        align="start"
        aria-label={label}
        className="w-[var(--radix-popover-trigger-width)] min-w-64 p-1.5 outline-none"
      >
        <Search
          label={label}
          value={value}
          choices={choices}
          loading={loading}
          named={named}
          onChoose={(chosen) => {
            onChange(chosen)
            setOpen(false)
          }}
        />
      </Popover.Content>
    </Popover>
  )
}

const Search = ({
  label,
  value,
  choices,
  loading,
  named,
  onChoose,
}: {
  label: string
  value: string
  choices: readonly Choosable[]
  loading: boolean
  named: ((search: string) => string | null) | undefined
  onChoose: (value: string) => void
}) => {
  const t = useText()
  const listId = useId()
  const [search, setSearch] = useState("")
  const found = matching(choices, search, named?.(search))
  // Until somebody moves, the chosen one, which may still be loading.
  const [moved, setMoved] = useState<number | null>(null)
  const active =
    moved ??
    Math.max(
      search ? 0 : found.findIndex((choice) => choice.value === value),
      0
    )
  const activeRef = useRef<HTMLLIElement>(null)
  useEffect(() => {
    activeRef.current?.scrollIntoView({ block: "nearest" })
  })

  const move = (by: number) =>
    setMoved(Math.min(Math.max(active + by, 0), found.length - 1))
  const optionId = (index: number) => `${listId}-${index}`

  return (
    <div className="flex flex-col gap-y-1.5">
      <Input
        size="small"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={found[active] ? optionId(active) : undefined}
        autoFocus
        autoComplete="off"
        placeholder={t("settings.fields.search")}
        value={search}
        className={TOUCH_HEIGHT}
        onChange={(event) => {
          setSearch(event.target.value)
          setMoved(null)
        }}
        onKeyDown={(event) => {
          const step = STEPS[event.key]
          const choice = found[active]
          if (step !== undefined) {
            event.preventDefault()
            move(step)
          } else if (event.key === "Enter" && choice) {
            event.preventDefault()
            onChoose(choice.value)
          }
        }}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={label}
        className="max-h-64 list-none overflow-y-auto"
      >
        {found.map((choice, index) => (
          <li
            key={choice.value}
            ref={index === active ? activeRef : undefined}
            id={optionId(index)}
            role="option"
            aria-selected={choice.value === value}
            onPointerMove={() => index !== active && setMoved(index)}
            onClick={() => onChoose(choice.value)}
            className={clx(
              TOUCH_HEIGHT,
              "txt-compact-small flex cursor-pointer items-center gap-x-2 rounded px-2 py-1.5",
              index === active && "bg-ui-bg-component-hover"
            )}
          >
            <span aria-hidden className="flex size-5 shrink-0 items-center">
              {choice.value === value && <Check />}
            </span>
            <span className="min-w-0 truncate">{choice.label}</span>
            {choice.note && (
              <span className="text-ui-fg-subtle ml-auto shrink-0">
                {choice.note}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div role="status" className="empty:hidden">
        {found.length === 0 && (
          <p className="txt-compact-small text-ui-fg-subtle px-2 pb-1.5">
            {t(loading ? "why.loading" : "settings.fields.nothingFound")}
          </p>
        )}
      </div>
    </div>
  )
}

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}
