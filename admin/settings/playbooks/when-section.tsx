import type { AdminFollowUpPlaybookVocabularyResponse } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { Check } from "../fields/check"
import { SectionFrame } from "../section-frame"
import { ConditionList } from "./condition-list"
import { conditionsText } from "./condition-text"
import type { SectionProps } from "./sections"
import { triggersText, triggerText } from "./trigger-text"
import { useConditionNames } from "./use-condition-names"

/** What triggers a task under this playbook. */
export const WhenSection = ({
  definition: { triggers, conditions },
  vocabulary: { triggers: declared, condition_fields: fields },
  wrong,
  onChange,
}: SectionProps & {
  vocabulary: AdminFollowUpPlaybookVocabularyResponse
}) => {
  const t = useText()
  const known = declared.map(({ trigger }) => trigger)
  // A trigger that is no longer declared can still be removed.
  const offered = [
    ...known,
    ...triggers.filter((trigger) => !known.includes(trigger)),
  ]
  const nameOf = useConditionNames([conditions], fields)
  const applies = conditionsText(t, conditions, fields, nameOf)
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.when")}
      summary={[
        ...(triggers.length > 0 ? [triggersText(t, triggers, declared)] : []),
        applies ?? t("settings.playbooks.when.always"),
      ].join(" · ")}
      wrong={wrong}
    >
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus pb-2">
          {t("settings.playbooks.when.triggers")}
        </legend>
        {offered.map((trigger) => (
          <Check
            key={trigger}
            label={
              <span className="inline-block first-letter:uppercase">
                {triggerText(t, trigger, declared)}
              </span>
            }
            checked={triggers.includes(trigger)}
            onChange={(checked) =>
              onChange({
                triggers: offered.filter((other) =>
                  other === trigger ? checked : triggers.includes(other)
                ),
              })
            }
          />
        ))}
      </fieldset>
      <ConditionList
        title={t("settings.playbooks.when.all")}
        empty={t("settings.playbooks.when.always")}
        conditions={conditions.all}
        fields={fields}
        onChange={(all) => onChange({ conditions: { ...conditions, all } })}
      />
      <ConditionList
        title={t("settings.playbooks.when.any")}
        conditions={conditions.any}
        fields={fields}
        onChange={(any) => onChange({ conditions: { ...conditions, any } })}
      />
    </SectionFrame>
  )
}
