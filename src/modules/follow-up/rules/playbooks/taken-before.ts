import type { Condition, Conditions } from "../../../../desk/playbook"
import { CONDITION_FIELDS } from "./conditions"
import type { Playbook } from "./playbook"
import { triggeredBy } from "./triggered-by"

/**
 * The playbooks that are tried before this one and together take everything
 * that it matches, so that it is never chosen by its conditions. Empty if it
 * may be chosen, or if that cannot be told from the conditions alone. A
 * disabled playbook is judged as if it were enabled.
 *
 * @param playbooks - of the shop
 */
export function takenBefore(
  { type, position, definition: { triggers, conditions } }: Playbook,
  playbooks: readonly Playbook[]
): Playbook[] {
  const before = playbooks
    .filter((other) => other.type === type && other.position < position)
    .sort((a, b) => a.position - b.position)
  const takers = triggers.flatMap(
    (trigger) =>
      triggeredBy(trigger, before).find(({ definition }) =>
        implies(conditions, definition.conditions)
      ) ?? []
  )
  return takers.length === triggers.length ? [...new Set(takers)] : []
}

/** Whether whatever meets the one certainly meets the other. */
function implies(one: Conditions, other: Conditions): boolean {
  const sure = (required: Condition, among: readonly Condition[]) =>
    isAlwaysMet(required) || among.some((given) => entails(given, required))
  const oneOf = (among: readonly Condition[]) =>
    other.any.some((required) => sure(required, among))
  return (
    other.all.every(
      (required) =>
        sure(required, one.all) ||
        (one.any.length > 0 &&
          one.any.every((given) => entails(given, required)))
    ) &&
    (other.any.length === 0 ||
      oneOf(one.all) ||
      (one.any.length > 0 && one.any.every((given) => oneOf([given]))))
  )
}

/** Nobody has ordered less than nothing, and everybody has, or has not. */
function isAlwaysMet({ field, operator, value }: Condition): boolean {
  return (
    (field === "completed_orders" && operator === "at_least" && value === 0) ||
    (field === "customer_kind" &&
      operator === "is_any_of" &&
      KINDS?.choices.every((kind) => listOf(value).includes(kind)) === true)
  )
}

const KINDS = CONDITION_FIELDS.find(({ field }) => field === "customer_kind")

/**
 * Whether a fact that meets the one condition certainly meets the other. Facts
 * may be lists, so that "any of A" does not exclude B.
 */
function entails(one: Condition, other: Condition): boolean {
  const [currency, kind] = [currencyOf(one), kindOf(one)]
  if (other.field === "currency" && currency) {
    return entails(currency, other)
  }
  if (other.field === "customer_kind" && kind) {
    return entails(kind, other)
  }
  if (
    one.field !== other.field ||
    one.currency_code?.toLowerCase() !== other.currency_code?.toLowerCase()
  ) {
    return false
  }
  const listed = listOf(one.value)
  const allowed = listOf(other.value)
  switch (other.operator) {
    case "is":
      return one.operator === "is" && one.value === other.value
    case "is_any_of":
      return (
        (one.operator === "is" || one.operator === "is_any_of") &&
        listed.every((value) => allowed.includes(value))
      )
    case "is_none_of":
      return one.operator === "is"
        ? !allowed.includes(one.value)
        : one.operator === "is_none_of" &&
            allowed.every((value) => listed.includes(value))
    case "at_least":
      return (
        (one.operator === "is" || one.operator === "at_least") &&
        Number(one.value) >= Number(other.value)
      )
    case "below":
      return one.operator === "is"
        ? Number(one.value) < Number(other.value)
        : one.operator === "below" && Number(one.value) <= Number(other.value)
  }
}

/** An amount is in a currency, and an order in another one does not meet it. */
function currencyOf({ field, currency_code }: Condition): Condition | null {
  return field === "order_total" && currency_code !== undefined
    ? { field: "currency", operator: "is", value: currency_code.toLowerCase() }
    : null
}

/** Whoever has completed orders has ordered before. */
function kindOf({ field, operator, value }: Condition): Condition | null {
  return field === "completed_orders" && operator !== "below" && value !== 0
    ? { field: "customer_kind", operator: "is", value: "returning" }
    : null
}

function listOf(value: Condition["value"]): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
