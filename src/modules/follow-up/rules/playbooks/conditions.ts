import {
  type ConditionFacts,
  PAYMENT_STATES,
  CUSTOMER_KINDS,
} from "../../../../shop/condition-facts"
import type { Amount, ConditionAnswer } from "../../../../desk/handlers"
import type { ConditionDeclaration } from "../../../../desk/kind"
import { defaultCountries, defaultCurrencies } from "@medusajs/framework/utils"
import type {
  Condition,
  ConditionOperator,
  Conditions,
} from "../../../../desk/playbook"

/** What a condition may be about. */
export type ConditionField = {
  field: string
  /**
   * By language; null for the plugin's own fields, whose texts the dashboard
   * has.
   */
  label: Record<string, string> | null
  operators: ConditionOperator[]
  /**
   * The type of `value`: an `entity` is a list of ids, a `choice` one of
   * `choices`.
   */
  kind: "boolean" | "number" | "amount" | "choice" | "entity"
  choices: string[]
  /** By choice and language; empty for the plugin's own fields. */
  choice_labels: Record<string, Record<string, string>>
  entity: ConditionEntity | null
}

/** The Medusa records that a condition may name. */
type ConditionEntity =
  | "sales_channel"
  | "region"
  | "payment_provider"
  | "shipping_option"
  | "category"
  | "collection"
  | "customer_group"

/** The plugin's own fields, in the order in which they are offered. */
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

/**
 * The fields that conditions of this shop may be about, the plugin's own first.
 */
export function conditionFieldsOf(
  declared: readonly ConditionDeclaration[]
): ConditionField[] {
  return [...CONDITION_FIELDS, ...declared.map(declaredField)]
}

/** Whether an extension declares and answers it. */
export function isDeclared({ label }: ConditionField): boolean {
  return label !== null
}

function declaredField(declared: ConditionDeclaration): ConditionField {
  const { condition, label } = declared
  const choices = declared.kind === "choice" ? declared.choices : []
  return {
    ...FIELD_OF_KIND[declared.kind](condition),
    label: { ...label },
    choices: choices.map(({ choice }) => choice),
    choice_labels: Object.fromEntries(
      choices.map(({ choice, label }) => [choice, { ...label }])
    ),
  }
}

/** The answers of extensions' conditions, by name; null means no answer. */
export type ExtensionAnswers = ReadonlyMap<string, ExtensionAnswer | null>

/** An empty list means unknown. */
export type ExtensionAnswer = Exclude<ConditionAnswer, null>

/**
 * Whether all of `all` are met, and at least one of `any` unless it is empty. A
 * condition about something unknown (a total in another currency, a field that
 * is no longer registered) is not met.
 *
 * @returns null if the result depends on a condition that gave no answer
 */
export function meetsConditions(
  { all, any }: Conditions,
  facts: ConditionFacts,
  extensionAnswers: ExtensionAnswers
): boolean | null {
  const areMet = (conditions: Condition[]) =>
    conditions.map((condition) =>
      meetsCondition(condition, facts, extensionAnswers)
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
  extensionAnswers: ExtensionAnswers
): Met {
  if (field === "order_total" && currency_code !== facts.currency) {
    return false
  }
  const isPlugins = isOwnField(field, facts)
  const answer = isPlugins ? facts[field] : extensionAnswers.get(field)
  if (answer === undefined) {
    return false
  }
  if (answer === null && !isPlugins) {
    return null
  }
  if (
    isAmount(answer) &&
    answer.currency_code.toLowerCase() !== currency_code
  ) {
    return false
  }
  const fact = isAmount(answer) ? answer.amount : answer
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

type Fact =
  ConditionFacts[keyof ConditionFacts] | Exclude<ExtensionAnswer, Amount>

function isAmount(answer: Fact | Amount): answer is Amount {
  return (
    typeof answer === "object" && answer !== null && "currency_code" in answer
  )
}

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

function number(field: string): ConditionField {
  return {
    ...plain(field),
    kind: "number",
    operators: ["at_least", "below", "is"],
  }
}

function amount(field: string): ConditionField {
  return { ...plain(field), kind: "amount", operators: ["at_least", "below"] }
}

function choice(field: string, choices: string[] = []): ConditionField {
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

const FIELD_OF_KIND = { boolean: yesOrNo, number, amount, choice }

function plain(field: string): Omit<ConditionField, "kind" | "operators"> {
  return { field, label: null, choices: [], choice_labels: {}, entity: null }
}

function lowerCase(text: string): string {
  return text.toLowerCase()
}
