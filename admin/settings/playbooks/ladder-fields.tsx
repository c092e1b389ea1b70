import { Plus, Trash, XMarkMini } from "@medusajs/icons"
import type {
  RetryLadder,
  RetryRules,
  RetryStep,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SmallButton } from "../../task/small-button"
import { Choice } from "../fields/choice"
import { NumberInput } from "../fields/number-input"
import { Sentence } from "../fields/sentence"
import { WorkingTimeInput } from "../fields/working-time-input"

import { MOST_ATTEMPTS } from "./limits"

const KINDS = ["after", "next_morning"] as const

/**
 * Retries after an outcome: when each attempt is due, and how many there are.
 */
export const LadderFields = ({
  outcome,
  ladder,
  onChange,
  onRemove,
}: {
  outcome: keyof RetryRules["ladders"]
  ladder: RetryLadder
  onChange: (ladder: RetryLadder) => void
  onRemove: () => void
}) => {
  const t = useText()
  const name = t(`attempts.${outcome}`)
  const { steps } = ladder
  const setSteps = (steps: RetryStep[]) => onChange({ ...ladder, steps })
  return (
    <div
      role="group"
      aria-label={name}
      className="bg-ui-bg-subtle flex flex-col gap-y-3 rounded-lg border px-3 py-3"
    >
      <div className="flex items-center justify-between gap-x-2">
        <span className="txt-compact-small-plus">{name}</span>
        <IconAction
          aria-label={t("settings.fields.remove", { name })}
          onClick={onRemove}
        >
          <Trash />
        </IconAction>
      </div>
      <ol className="flex list-none flex-col gap-y-2">
        {steps.map((step, index) => (
          <li key={index} className="flex items-center justify-between gap-x-2">
            <div className="txt-compact-small flex min-w-0 flex-wrap items-center gap-2">
              <span className="text-ui-fg-subtle">
                {t(
                  index === steps.length - 1
                    ? "settings.playbooks.retry.lastTry"
                    : "settings.playbooks.retry.try",
                  { number: index + 2 }
                )}
              </span>
              <StepFields
                step={step}
                onChange={(changed) => setSteps(steps.with(index, changed))}
              />
            </div>
            {steps.length > 1 && (
              <IconAction
                className="shrink-0"
                aria-label={t("settings.playbooks.retry.removeTry", {
                  number: index + 2,
                })}
                onClick={() => setSteps(steps.toSpliced(index, 1))}
              >
                <XMarkMini />
              </IconAction>
            )}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SmallButton
          variant="transparent"
          className="text-ui-fg-subtle -ml-2"
          onClick={() => setSteps([...steps, { kind: "next_morning" }])}
        >
          <Plus aria-hidden />
          {t("settings.playbooks.retry.addTry")}
          <span className="sr-only">{name}</span>
        </SmallButton>
        <Sentence
          text={t("settings.playbooks.retry.atMost")}
          blanks={{
            count: (
              <NumberInput
                label={t("settings.playbooks.retry.maxOf", { name })}
                value={ladder.max_attempts}
                placeholder={t("settings.playbooks.retry.any")}
                max={MOST_ATTEMPTS}
                onChange={(max_attempts) =>
                  onChange({ ...ladder, max_attempts })
                }
                onEmpty={() => onChange({ ...ladder, max_attempts: null })}
              />
            ),
          }}
        />
      </div>
    </div>
  )
}

const StepFields = ({
  step,
  onChange,
}: {
  step: RetryStep
  onChange: (step: RetryStep) => void
}) => {
  const t = useText()
  return (
    <>
      <Choice
        label={t("settings.playbooks.retry.when")}
        value={step.kind}
        choices={KINDS.map((kind) => ({
          value: kind,
          label: t(`settings.playbooks.retry.kinds.${kind}`),
        }))}
        onChange={(kind) =>
          onChange(kind === "after" ? { kind, minutes: 60 } : { kind })
        }
      />
      {step.kind === "after" && (
        <WorkingTimeInput
          label={t("settings.playbooks.retry.time")}
          minutes={step.minutes}
          onChange={(minutes) => onChange({ kind: "after", minutes })}
        />
      )}
    </>
  )
}
