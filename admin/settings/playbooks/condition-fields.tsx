import type {
  AdminFollowUpConditionField,
  Condition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { Choice } from "../fields/choice"
import { withOperator } from "./condition"
import { fieldText } from "./condition-text"
import { ConditionValue } from "./condition-value"

/** A condition: its field, its operator and its value. */
export const ConditionFields = ({
  condition,
  field,
  onChange,
}: {
  condition: Condition
  /** Undefined if no extension registers it any more. */
  field: AdminFollowUpConditionField | undefined
  onChange: (condition: Condition) => void
}) => {
  const t = useText()
  const name = fieldText(t, condition.field, field)
  if (!field) {
    return (
      <div className="txt-compact-small flex min-h-7 flex-wrap items-center gap-x-2">
        <span className="text-ui-fg-base">{name}</span>
        <span className="text-ui-tag-orange-text">
          {t("settings.playbooks.when.unknownField")}
        </span>
      </div>
    )
  }
  return (
    <div className="txt-compact-small flex min-h-7 min-w-0 flex-wrap items-center gap-2">
      <span className="text-ui-fg-base">{name}</span>
      {field.operators.length > 1 && (
        <Choice
          label={t("settings.playbooks.when.operatorOf", { field: name })}
          value={condition.operator}
          choices={field.operators.map((operator) => ({
            value: operator,
            label: t(`settings.playbooks.operators.${operator}`),
          }))}
          onChange={(operator) =>
            onChange(withOperator(condition, field, operator))
          }
        />
      )}
      <ConditionValue
        label={name}
        condition={condition}
        field={field}
        onChange={onChange}
      />
    </div>
  )
}
