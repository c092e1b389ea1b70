import { useText } from "../../i18n/use-text"
import { Check } from "../fields/check"
import { Choice } from "../fields/choice"
import { Sentence } from "../fields/sentence"
import { WorkingTimeInput } from "../fields/working-time-input"
import { SectionFrame } from "../section-frame"
import type { SectionProps } from "./sections"
import { targetsText } from "./targets-text"
import { PRIORITIES } from "./words"

/** An id that no calendar has. */
const APPLYING = "applying"

/** The response and resolution deadlines of a task. */
export const HowQuicklySection = ({
  definition,
  calendars,
  wrong,
  onChange,
}: SectionProps & {
  calendars: readonly { id: string; name: string }[]
}) => {
  const t = useText()
  const { resolution_limit_minutes: resolution, calendar_id } = definition
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.howQuickly")}
      summary={targetsText(t, definition)}
      wrong={wrong}
    >
      <Sentence
        text={t("settings.playbooks.quickly.response")}
        blanks={{
          target: (
            <WorkingTimeInput
              label={t("settings.deadlines.response_target")}
              minutes={definition.response_target_minutes}
              onChange={(response_target_minutes) =>
                onChange({ response_target_minutes })
              }
            />
          ),
          limit: (
            <WorkingTimeInput
              label={t("settings.deadlines.response_limit")}
              minutes={definition.response_limit_minutes}
              onChange={(response_limit_minutes) =>
                onChange({ response_limit_minutes })
              }
            />
          ),
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Check
          label={t("settings.playbooks.quickly.hasResolution")}
          checked={resolution !== null}
          onChange={(checked) =>
            onChange({
              resolution_limit_minutes: checked
                ? Math.max(480, definition.response_limit_minutes)
                : null,
            })
          }
        />
        {resolution !== null && (
          <WorkingTimeInput
            label={t("settings.deadlines.resolution_limit")}
            minutes={resolution}
            onChange={(resolution_limit_minutes) =>
              onChange({ resolution_limit_minutes })
            }
          />
        )}
      </div>
      <Sentence
        text={t("settings.playbooks.quickly.calendar")}
        blanks={{
          calendar: (
            <Choice
              label={t("settings.playbooks.calendar")}
              value={calendar_id ?? APPLYING}
              choices={[
                {
                  value: APPLYING,
                  label: t("settings.playbooks.quickly.applying"),
                },
                ...calendars.map(({ id, name }) => ({
                  value: id,
                  label: name,
                })),
              ]}
              onChange={(chosen) =>
                onChange({ calendar_id: chosen === APPLYING ? null : chosen })
              }
            />
          ),
        }}
      />
      <Sentence
        text={t("settings.playbooks.quickly.priority")}
        blanks={{
          priority: (
            <Choice
              label={t("settings.playbooks.priority")}
              value={definition.priority}
              choices={PRIORITIES.map((priority) => ({
                value: priority,
                label: t(`settings.playbooks.priorities.${priority}`),
              }))}
              onChange={(priority) => onChange({ priority })}
            />
          ),
        }}
      />
      <p className="txt-compact-small text-ui-fg-subtle">
        {t("settings.fields.dayHint")}
      </p>
    </SectionFrame>
  )
}
