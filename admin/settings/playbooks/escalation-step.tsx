import { ChevronDownMini, Trash } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useId } from "react"
import type { EscalationStep } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { Choice } from "../fields/choice"
import { WorkingTimeInput } from "../fields/working-time-input"
import { EscalationActionFields } from "./escalation-action-fields"
import type { CustomActions } from "./escalation-text"
import { DEADLINES } from "./words"

const SIDES = ["before", "at", "after"] as const
type Side = (typeof SIDES)[number]

/** A step as a sentence, which expands into its fields. */
export const EscalationStepItem = ({
  step,
  sentence,
  customActions,
  hasResolution,
  open,
  onOpen,
  onChange,
  onRemove,
}: {
  step: EscalationStep
  sentence: string
  customActions: CustomActions
  hasResolution: boolean
  open: boolean
  onOpen: (open: boolean) => void
  onChange: (step: EscalationStep) => void
  onRemove: () => void
}) => {
  const t = useText()
  const fieldsId = useId()
  const side = sideOf(step)
  const deadlines = DEADLINES.filter(
    (deadline) =>
      hasResolution ||
      deadline !== "resolution_limit" ||
      step.relative_to === deadline
  )
  return (
    <li className="bg-ui-bg-subtle rounded-lg border">
      <div className="flex items-center gap-x-1 px-1.5 py-1.5">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? fieldsId : undefined}
          onClick={() => onOpen(!open)}
          className={`${TOUCH_HEIGHT} txt-compact-small text-ui-fg-base focus-visible:shadow-borders-focus flex min-h-7 min-w-0 flex-1 items-center gap-x-2 rounded-md px-1.5 text-left outline-none`}
        >
          <ChevronDownMini
            aria-hidden
            className={clx("text-ui-fg-muted shrink-0 transition-transform", {
              "-rotate-90": !open,
            })}
          />
          <span className="min-w-0 first-letter:uppercase">{sentence}</span>
        </button>
        <IconAction
          className="shrink-0"
          aria-label={t("settings.fields.remove", { name: sentence })}
          onClick={onRemove}
        >
          <Trash />
        </IconAction>
      </div>
      {open && (
        <div id={fieldsId} className="flex flex-col gap-y-3 border-t px-3 py-3">
          <div className="txt-compact-small flex flex-wrap items-center gap-2">
            {side !== "at" && (
              <WorkingTimeInput
                label={t("settings.playbooks.late.time")}
                minutes={Math.abs(step.offset_minutes)}
                onChange={(minutes) =>
                  onChange({
                    ...step,
                    offset_minutes: side === "before" ? -minutes : minutes,
                  })
                }
              />
            )}
            <Choice
              label={t("settings.playbooks.late.side")}
              value={side}
              choices={SIDES.map((side) => ({
                value: side,
                label: t(`settings.playbooks.late.sides.${side}`),
              }))}
              onChange={(side) =>
                onChange({ ...step, offset_minutes: offsetOn(side, step) })
              }
            />
            <Choice
              label={t("settings.playbooks.late.deadline")}
              value={step.relative_to}
              choices={deadlines.map((deadline) => ({
                value: deadline,
                label: t(`settings.playbooks.late.deadlineOf.${deadline}`),
              }))}
              onChange={(relative_to) => onChange({ ...step, relative_to })}
            />
          </div>
          <EscalationActionFields
            action={step.action}
            customActions={customActions}
            onChange={(action) => onChange({ ...step, action })}
          />
        </div>
      )}
    </li>
  )
}

function sideOf({ offset_minutes }: EscalationStep): Side {
  return offset_minutes === 0 ? "at" : offset_minutes < 0 ? "before" : "after"
}

/** Keeps the distance to the deadline, on the given side of it. */
function offsetOn(side: Side, { offset_minutes }: EscalationStep): number {
  const far = Math.abs(offset_minutes) || 10
  return side === "at" ? 0 : side === "before" ? -far : far
}
