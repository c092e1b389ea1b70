import type {
  AdminFollowUpConditionField,
  Condition,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import type { Entity } from "../../api/references"
import { labelText } from "../../i18n/label-text"
import { displayName } from "../../i18n/display-name"
import type { Text } from "../../i18n/use-text"
import { moneyText } from "../../../src/money"

export type Field = AdminFollowUpConditionField

/** The name of a record in a condition; returns the id if it is unknown. */
export type NameOf = (entity: Entity, id: string) => string

export function fieldText(t: Text, name: string, field?: Field): string {
  return labelText(t, field?.label) ?? t.of("conditionFields", name)
}

/** The label of a choice, from the extension or from our texts. */
export function choiceText(
  t: Text,
  name: string,
  choice: string,
  field?: Field
): string {
  const label = labelText(t, field?.choice_labels[choice])
  if (label !== null) {
    return label
  }
  switch (name) {
    case "country":
      return displayName(t, "region", choice.toUpperCase())
    case "currency":
      return choice.toUpperCase()
    case "payment_state":
      return t.of("payment", choice)
    default:
      return t.of("conditionChoices", choice)
  }
}

/** A condition in words: `Order total: at least ₴500`. */
export function conditionText(
  t: Text,
  condition: Condition,
  field: Field | undefined,
  nameOf: NameOf
): string {
  return t(`settings.playbooks.condition.${condition.operator}`, {
    field: fieldText(t, condition.field, field),
    value: valueText(t, condition, field, nameOf),
  })
}

function valueText(
  t: Text,
  { field: name, value, currency_code }: Condition,
  field: Field | undefined,
  nameOf: NameOf
): string {
  if (typeof value === "boolean") {
    return t(value ? "settings.fields.yes" : "settings.fields.no")
  }
  if (typeof value === "number") {
    return currency_code
      ? moneyText(value, currency_code, t.locale)
      : new Intl.NumberFormat(t.locale).format(value)
  }
  const entity = field?.entity
  return listText(
    t,
    [value]
      .flat()
      .map((one) =>
        entity ? nameOf(entity, one) : choiceText(t, name, one, field)
      ),
    "disjunction"
  )
}

/**
 * The conditions that must all be true, joined with dots, then those of which
 * one is enough.
 */
export function conditionsText(
  t: Text,
  { all, any }: PlaybookDefinition["conditions"],
  fields: readonly Field[],
  nameOf: NameOf
): string | null {
  const text = (condition: Condition) =>
    conditionText(
      t,
      condition,
      fields.find(({ field }) => field === condition.field),
      nameOf
    )
  const parts = [
    ...all.map(text),
    ...(any.length > 1
      ? [
          t("settings.playbooks.when.oneOf", {
            conditions: any.map(text).join("; "),
          }),
        ]
      : any.map(text)),
  ]
  return parts.length > 0 ? parts.join(" · ") : null
}

export function listText(
  t: Text,
  items: readonly string[],
  type: "conjunction" | "disjunction"
): string {
  return new Intl.ListFormat(t.locale, { type }).format(items)
}
