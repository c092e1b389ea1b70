import { Plus } from "@medusajs/icons"
import { useState } from "react"
import type { EscalationStep } from "../../../src/api/admin/follow-ups/playbooks/types"
import { newIdempotencyKey } from "../../api/idempotency-key"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { usePersonName } from "../fields/people"
import { SectionFrame } from "../section-frame"
import { byTime, newAction } from "./escalation"
import { EscalationStepItem } from "./escalation-step"
import { escalationText, type CustomActions } from "./escalation-text"
import type { SectionProps } from "./sections"

/** The escalation steps before and after a task's deadlines. */
export const LateSection = ({
  definition,
  customActions,
  wrong,
  onChange,
}: SectionProps & {
  customActions: CustomActions
}) => {
  const t = useText()
  const personName = usePersonName()
  const { escalation } = definition
  const [openId, setOpenId] = useState<string | null>(null)
  // Steps are not reordered while one is edited, so that it stays in place.
  const [held, setHeld] = useState<readonly string[]>([])
  const steps = openId === null ? byTime(definition) : inOrder(escalation, held)

  const open = (id: string | null, among: readonly EscalationStep[]) => {
    setHeld(among.map((step) => step.id))
    setOpenId(id)
  }
  const add = () => {
    const step: EscalationStep = {
      id: newIdempotencyKey(),
      relative_to: "response_limit",
      offset_minutes: 0,
      action: newAction("notify"),
    }
    onChange({ escalation: [...escalation, step] })
    open(step.id, [...steps, step])
  }

  return (
    <SectionFrame
      title={t("settings.playbooks.sections.late")}
      summary={t("settings.playbooks.late.about")}
      wrong={wrong}
    >
      {steps.length === 0 && (
        <p className="txt-compact-small text-ui-fg-subtle">
          {t("settings.playbooks.late.nothing")}
        </p>
      )}
      {steps.length > 0 && (
        <ol className="flex list-none flex-col gap-y-2">
          {steps.map((step) => (
            <EscalationStepItem
              key={step.id}
              step={step}
              sentence={escalationText(t, step, personName, customActions)}
              customActions={customActions}
              hasResolution={definition.resolution_limit_minutes !== null}
              open={openId === step.id}
              onOpen={(opened) => open(opened ? step.id : null, steps)}
              onChange={(changed) =>
                onChange({
                  escalation: escalation.map((one) =>
                    one.id === changed.id ? changed : one
                  ),
                })
              }
              onRemove={() => {
                onChange({
                  escalation: escalation.filter(({ id }) => id !== step.id),
                })
                open(null, steps)
              }}
            />
          ))}
        </ol>
      )}
      <div>
        <SmallButton onClick={add}>
          <Plus aria-hidden />
          {t("settings.playbooks.late.add")}
        </SmallButton>
      </div>
    </SectionFrame>
  )
}

function inOrder(
  steps: readonly EscalationStep[],
  ids: readonly string[]
): EscalationStep[] {
  return steps.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
