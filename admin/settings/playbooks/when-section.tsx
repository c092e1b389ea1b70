import type { AdminFollowUpConditionField } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { Check } from "../fields/check"
import { SectionFrame } from "../section-frame"
import { ConditionList } from "./condition-list"
import { conditionsText, triggersText } from "./condition-text"
import type { SectionProps } from "./sections"
import { TRIGGERS } from "./words"
import { useConditionNames } from "./use-condition-names"

/** What opens a task under this playbook. */
export const WhenSection = ({
  definition: { triggers, conditions },
  fields,
  wrong,
  onChange,
}: SectionProps & {
  fields: readonly AdminFollowUpConditionField[]
}) => {
  const t = useText()
  const nameOf = useConditionNames([conditions], fields)
  const applies = conditionsText(t, conditions, fields, nameOf)
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.when")}
      summary={[
        ...(triggers.length > 0 ? [triggersText(t, triggers)] : []),
        applies ?? t("settings.playbooks.when.always"),
      ].join(" · ")}
      wrong={wrong}
    >
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus pb-2">
          {t("settings.playbooks.when.triggers")}
        </legend>
        {TRIGGERS.map((trigger) => (
          <Check
            key={trigger}
            label={
              <span className="inline-block first-letter:uppercase">
                {t(`settings.playbooks.triggers.${trigger}`)}
              </span>
            }
            checked={triggers.includes(trigger)}
            onChange={(checked) =>
              onChange({
                triggers: TRIGGERS.filter((other) =>
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
