import {
  type ConditionFacts,
  PAYMENT_STATES,
  CUSTOMER_KINDS,
} from "../../../../shop/condition-facts"
import { defaultCountries, defaultCurrencies } from "@medusajs/framework/utils"
import type { Condition, ConditionOperator, Conditions } from "./playbook"

/** What a condition may be about. */
export type ConditionField = {
  field: string
  /** By language; null for the plugin's own, whose words the dashboard has. */
  label: Record<string, string> | null
  operators: ConditionOperator[]
  /** What `value` is: an `entity` is a list of ids, a `choice` one of `choices`. */
  kind: "boolean" | "number" | "amount" | "choice" | "entity"
  choices: string[]
  entity: ConditionEntity | null
}

/** The records of Medusa that a condition may name. */
type ConditionEntity =
  | "sales_channel"
  | "region"
  | "payment_provider"
  | "shipping_option"
  | "category"
  | "collection"
  | "customer_group"

/** The fields that the plugin comes with, in the order in which they are offered. */
export const CONDITION_FIELDS: readonly ConditionField[] = [
  amount("order_total"),
  choice("currency", Object.keys(defaultCurrencies).map(lowerCase).sort()),
  entity("sales_channel"),
  entity("region"),
  choice(
    "country",
    defaultCountries.map(({ alpha2 }) => alpha2.toLowerCase()).sort()
  ),
  entity("payment_provider"),
  choice("payment_state", [...PAYMENT_STATES]),
  entity("shipping_option"),
  choice("customer_kind", [...CUSTOMER_KINDS]),
  number("completed_orders"),
  yesOrNo("has_phone"),
  entity("category"),
  entity("collection"),
  entity("customer_group"),
]

/** The field of a condition that the shop's own code answers with yes or no. */
export function customField(
  field: string,
  label: Record<string, string>
): ConditionField {
  return { ...yesOrNo(field), label }
}

/** What the shop's own conditions answered, by name; null gave no answer. */
export type OwnAnswers = ReadonlyMap<string, boolean | null>

/**
 * Whether every one of `all` is met, and at least one of `any` where there are
 * any. A condition about something that is not known (another currency's
 * total, a field that nobody registers any more) is not met.
 *
 * @returns null where it depends on a condition that gave no answer
 */
export function meetsConditions(
  { all, any }: Conditions,
  facts: ConditionFacts,
  customFields: OwnAnswers
): boolean | null {
  const areMet = (conditions: Condition[]) =>
    conditions.map((condition) =>
      meetsCondition(condition, facts, customFields)
    )
  const anyIsMet = any.length === 0 ? true : oneOf(areMet(any))
  return everyOne([...areMet(all), anyIsMet])
}

type Met = boolean | null

function everyOne(met: Met[]): Met {
  return met.includes(false) ? false : met.includes(null) ? null : true
}

function oneOf(met: Met[]): Met {
  return met.includes(true) ? true : met.includes(null) ? null : false
}

function meetsCondition(
  { field, operator, value, currency_code }: Condition,
  facts: ConditionFacts,
  customFields: OwnAnswers
): Met {
  if (field === "order_total" && currency_code !== facts.currency) {
    return false
  }
  const isPlugins = isOwnField(field, facts)
  const fact = isPlugins ? facts[field] : customFields.get(field)
  if (fact === undefined) {
    return false
  }
  if (fact === null && !isPlugins) {
    return null
  }
  switch (operator) {
    case "is":
      return fact === value
    case "is_any_of":
      return overlap(fact, value)
    case "is_none_of":
      return !overlap(fact, value)
    case "at_least":
      return isNumber(fact) && isNumber(value) && fact >= value
    case "below":
      return isNumber(fact) && isNumber(value) && fact < value
  }
}

type Fact = ConditionFacts[keyof ConditionFacts]

function overlap(fact: Fact, value: Condition["value"]): boolean {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value]
  const known: readonly unknown[] = Array.isArray(fact) ? fact : [fact]
  return known.some((one) => listed.includes(one))
}

function isNumber(value: unknown): value is number {
  return typeof value === "number"
}

function isOwnField(
  field: string,
  facts: ConditionFacts
): field is keyof ConditionFacts {
  return Object.hasOwn(facts, field)
}

function yesOrNo(field: string): ConditionField {
  return { ...plain(field), kind: "boolean", operators: ["is"] }
}

function number(field: keyof ConditionFacts): ConditionField {
  return {
    ...plain(field),
    kind: "number",
    operators: ["at_least", "below", "is"],
  }
}

function amount(field: keyof ConditionFacts): ConditionField {
  return { ...plain(field), kind: "amount", operators: ["at_least", "below"] }
}

function choice(
  field: keyof ConditionFacts,
  choices: string[]
): ConditionField {
  return {
    ...plain(field),
    kind: "choice",
    operators: ["is", "is_any_of", "is_none_of"],
    choices,
  }
}

function entity(field: keyof ConditionFacts & ConditionEntity): ConditionField {
  return {
    ...plain(field),
    kind: "entity",
    operators: ["is_any_of", "is_none_of"],
    entity: field,
  }
}

function plain(field: string): Omit<ConditionField, "kind" | "operators"> {
  return { field, label: null, choices: [], entity: null }
}

function lowerCase(text: string): string {
  return text.toLowerCase()
}
