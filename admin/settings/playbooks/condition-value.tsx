import type {
  AdminFollowUpConditionField,
  Condition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { Choice } from "../fields/choice"
import { CurrencyChoice } from "../fields/currency-choice"
import { EntityPicker } from "../fields/entity-picker"
import { ListPicker } from "../fields/list-picker"
import { NumberInput } from "../fields/number-input"
import { takesList } from "./condition"
import { choiceText } from "./condition-text"

const YES_OR_NO = ["yes", "no"] as const

/** The smallest unit of most currencies. */
const SMALLEST_AMOUNT = 0.01

/** The input for a condition's value, by the type of its field. */
export const ConditionValue = ({
  label,
  condition,
  field,
  onChange,
}: {
  label: string
  condition: Condition
  field: AdminFollowUpConditionField
  onChange: (condition: Condition) => void
}) => {
  const t = useText()
  const { value } = condition
  const set = (value: Condition["value"]) => onChange({ ...condition, value })
  const ids = Array.isArray(value) ? value : []
  const choices = field.choices.map((choice) => ({
    value: choice,
    label: choiceText(t, field.field, choice, field),
  }))

  switch (field.kind) {
    case "boolean":
      return (
        <Choice
          label={label}
          value={value === true ? "yes" : "no"}
          choices={YES_OR_NO.map((answer) => ({
            value: answer,
            label: t(`settings.fields.${answer}`),
          }))}
          onChange={(answer) => set(answer === "yes")}
        />
      )
    case "number":
    case "amount":
      return (
        <span className="inline-flex items-center gap-x-1">
          <NumberInput
            label={label}
            min={field.kind === "amount" ? SMALLEST_AMOUNT : 0}
            fractions={field.kind === "amount"}
            value={shownNumber(field.kind, value)}
            className={field.kind === "amount" ? "w-24" : undefined}
            onChange={set}
          />
          {field.kind === "amount" && (
            <CurrencyChoice
              code={condition.currency_code ?? null}
              onChange={(currency_code) =>
                onChange({ ...condition, currency_code })
              }
            />
          )}
        </span>
      )
    case "entity":
      return field.entity ? (
        <EntityPicker
          label={label}
          entity={field.entity}
          ids={ids}
          onChange={set}
        />
      ) : null
    case "choice":
      return takesList(field, condition.operator) ? (
        <ListPicker
          label={label}
          choices={choices.map(({ value, label }) => ({
            id: value,
            name: label,
          }))}
          ids={ids}
          onChange={set}
        />
      ) : (
        <Choice
          label={label}
          value={typeof value === "string" && value !== "" ? value : null}
          placeholder={t("settings.fields.choose")}
          choices={choices}
          onChange={set}
        />
      )
  }
}

/** A zero amount is one that has not been entered yet. */
function shownNumber(
  kind: "number" | "amount",
  value: Condition["value"]
): number | null {
  return typeof value === "number" && (kind === "number" || value !== 0)
    ? value
    : null
}
