import { Plus } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { RetryRules } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { TimeField } from "../calendars/time-field"
import { Check } from "../fields/check"
import { NumberInput } from "../fields/number-input"
import { Sentence } from "../fields/sentence"
import { SectionFrame } from "../section-frame"
import { areCallingHours, isTimeOfDay } from "./calling-hours"
import { FallbackFields } from "./fallback-fields"
import { LadderFields } from "./ladder-fields"
import { MOST_ATTEMPTS } from "./limits"
import { ladderText } from "./retry-text"
import type { SectionProps } from "./sections"
import { without } from "./without"
import { LADDER_OUTCOMES } from "./words"

/** Hours at which it is polite to call a stranger. */
const USUAL_HOURS = { start: "08:00", end: "21:00" }

const USUAL_LADDER = {
  steps: [{ kind: "after" as const, minutes: 30 }],
  max_attempts: 4,
}

/** When to retry, and what to do after the last attempt. */
export const NobodyAnswersSection = ({
  definition: { retry },
  wrong,
  onChange,
}: SectionProps) => {
  const t = useText()
  const set = (change: Partial<RetryRules>) =>
    onChange({ retry: { ...retry, ...change } })
  const { ladders, calling_hours: hours } = retry
  const missing = LADDER_OUTCOMES.filter((outcome) => !ladders[outcome])
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.nobodyAnswers")}
      summary={
        ladders.no_answer
          ? ladderText(t, ladders.no_answer)
          : t("settings.playbooks.retry.noLadder")
      }
      wrong={wrong}
    >
      {LADDER_OUTCOMES.map((outcome) => {
        const ladder = ladders[outcome]
        return (
          ladder && (
            <LadderFields
              key={outcome}
              outcome={outcome}
              ladder={ladder}
              onChange={(changed) =>
                set({ ladders: { ...ladders, [outcome]: changed } })
              }
              onRemove={() => set({ ladders: without(ladders, outcome) })}
            />
          )
        )
      })}
      {missing.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {missing.map((outcome) => (
            <SmallButton
              key={outcome}
              onClick={() =>
                set({ ladders: { ...ladders, [outcome]: USUAL_LADDER } })
              }
            >
              <Plus aria-hidden />
              {t(`attempts.${outcome}`)}
            </SmallButton>
          ))}
        </div>
      )}
      {ladders.no_answer && !ladders.voicemail && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.playbooks.retry.asNoAnswer")}
        </Text>
      )}
      <Sentence
        text={t("settings.playbooks.retry.inAll")}
        blanks={{
          count: (
            <NumberInput
              label={t("settings.playbooks.retry.maxInAll")}
              value={retry.max_attempts}
              placeholder={t("settings.playbooks.retry.any")}
              max={MOST_ATTEMPTS}
              onChange={(max_attempts) => set({ max_attempts })}
              onEmpty={() => set({ max_attempts: null })}
            />
          ),
          fallback: (
            <FallbackFields
              fallback={retry.fallback}
              onChange={(fallback) => set({ fallback })}
            />
          ),
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Check
          label={t("settings.playbooks.retry.hasHours")}
          checked={hours !== null}
          onChange={(checked) =>
            set({ calling_hours: checked ? USUAL_HOURS : null })
          }
        />
        {hours && (
          <Sentence
            text={t("settings.playbooks.retry.hours")}
            blanks={{
              start: (
                <TimeField
                  label={t("settings.playbooks.retry.from")}
                  value={hours.start}
                  invalid={!isTimeOfDay(hours.start)}
                  onChange={(start) =>
                    set({ calling_hours: { ...hours, start } })
                  }
                />
              ),
              end: (
                <TimeField
                  label={t("settings.playbooks.retry.until")}
                  value={hours.end}
                  invalid={!areCallingHours(hours)}
                  onChange={(end) => set({ calling_hours: { ...hours, end } })}
                />
              ),
            }}
          />
        )}
      </div>
    </SectionFrame>
  )
}
