import type {
  AdminFollowUpConditionField,
  Condition,
  ConditionOperator,
} from "../../../src/api/admin/follow-ups/playbooks/types"

type Field = AdminFollowUpConditionField

/** A new condition on this field, without a value. */
export function newCondition(field: Field, currency: string): Condition {
  const operator = firstOperator(field)
  return {
    field: field.field,
    operator,
    value: emptyValue(field, operator),
    ...(field.kind === "amount" && { currency_code: currency }),
  }
}

/** For a choice, a list is more likely to be wanted than a single value. */
function firstOperator({ kind, operators }: Field): ConditionOperator {
  return kind === "choice" && operators.includes("is_any_of")
    ? "is_any_of"
    : (operators[0] ?? "is")
}

/** Changes the operator; keeps the value if it is still valid. */
export function withOperator(
  condition: Condition,
  field: Field,
  operator: ConditionOperator
): Condition {
  const { value } = condition
  return {
    ...condition,
    operator,
    value: takesList(field, operator)
      ? Array.isArray(value)
        ? value
        : [String(value)].filter((one) => one !== "")
      : Array.isArray(value)
        ? (value[0] ?? emptyValue(field, operator))
        : value,
  }
}

/** Whether the value is a list of ids or choices. */
export function takesList(field: Field, operator: ConditionOperator): boolean {
  return (
    field.kind === "entity" ||
    (field.kind === "choice" &&
      (operator === "is_any_of" || operator === "is_none_of"))
  )
}

function emptyValue(
  field: Field,
  operator: ConditionOperator
): Condition["value"] {
  if (takesList(field, operator)) {
    return []
  }
  switch (field.kind) {
    case "boolean":
      return true
    case "number":
    case "amount":
      return 0
    default:
      return field.choices[0] ?? ""
  }
}
