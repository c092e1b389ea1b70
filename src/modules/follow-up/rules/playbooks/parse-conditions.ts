import type { ConditionField } from "./conditions"
import type { Condition } from "../../../../desk/playbook"
import { isStorable, type RefusalPath } from "../../../../refusals"
import { playbookRefusal } from "./playbook-refusal"
import { CURRENCY_CODE, type PlaybookShape } from "./playbook-schema"

type GivenCondition = PlaybookShape["conditions"]["all"][number]

const MAX_VALUES = 100
const LONGEST_ID = 255
/** A message lists no more choices than these. */
const MAX_SHOWN = 12

/**
 * Validates conditions: field, operator and value must fit together.
 *
 * @throws Refusal for the first that does not
 */
export function parseConditions(
  given: readonly GivenCondition[],
  fields: readonly ConditionField[],
  path: RefusalPath
): Condition[] {
  return given.map((condition, index) =>
    parseCondition(condition, fields, [...path, index])
  )
}

function parseCondition(
  { field: name, operator, value, currency_code }: GivenCondition,
  fields: readonly ConditionField[],
  path: RefusalPath
): Condition {
  const field = fields.find(({ field }) => field === name)
  if (!field) {
    throw playbookRefusal(
      "not_one_of",
      { was: name, allowed: fields.map(({ field }) => field) },
      [...path, "field"]
    )
  }
  if (!field.operators.includes(operator)) {
    throw playbookRefusal(
      "operator_not_of_field",
      { was: operator, allowed: field.operators, condition: name },
      [...path, "operator"]
    )
  }
  const condition: Condition = {
    field: name,
    operator,
    value: valueOf(field, operator, value, [...path, "value"]),
  }
  if (field.kind === "amount") {
    return {
      ...condition,
      currency_code: currencyOf(currency_code, [...path, "currency_code"]),
    }
  }
  if (currency_code !== undefined) {
    throw playbookRefusal(
      "currency_left_out",
      { was: currency_code, condition: name },
      [...path, "currency_code"]
    )
  }
  return condition
}

function valueOf(
  { kind, choices }: ConditionField,
  operator: Condition["operator"],
  value: unknown,
  path: RefusalPath
): Condition["value"] {
  switch (kind) {
    case "boolean":
      if (typeof value === "boolean") {
        return value
      }
      throw playbookRefusal(
        "wrong_kind",
        { was: value, expected: "true or false" },
        path
      )
    case "number":
      if (isNumber(value) && Number.isInteger(value) && value >= 0) {
        return value
      }
      throw playbookRefusal("not_a_count", { was: value, min: 0 }, path)
    case "amount":
      if (isNumber(value) && value > 0) {
        return value
      }
      throw playbookRefusal("not_an_amount", { was: value }, path)
    case "choice":
      return operator === "is"
        ? choiceOf(choices, value, path)
        : listOf(value, path).map((item, index) =>
            choiceOf(choices, item, [...path, index])
          )
    case "entity":
      return listOf(value, path).map((item, index) =>
        idOf(item, [...path, index])
      )
  }
}

function listOf(value: unknown, path: RefusalPath): unknown[] {
  const refusal = () =>
    playbookRefusal(
      "not_different_values",
      { was: value, max: MAX_VALUES },
      path
    )
  if (!Array.isArray(value)) {
    throw refusal()
  }
  const items: unknown[] = value
  if (
    items.length === 0 ||
    items.length > MAX_VALUES ||
    new Set(items).size < items.length
  ) {
    throw refusal()
  }
  return items
}

function choiceOf(
  choices: string[],
  value: unknown,
  path: RefusalPath
): string {
  const choice = choices.find((choice) => choice === value)
  if (choice === undefined) {
    const allowed = choices.slice(0, MAX_SHOWN)
    const more = choices.length - allowed.length
    throw more > 0
      ? playbookRefusal("not_one_of_many", { was: value, allowed, more }, path)
      : playbookRefusal("not_one_of", { was: value, allowed }, path)
  }
  return choice
}

function idOf(value: unknown, path: RefusalPath): string {
  if (
    typeof value === "string" &&
    value !== "" &&
    value.length <= LONGEST_ID &&
    isStorable(value)
  ) {
    return value
  }
  throw playbookRefusal("wrong_kind", { was: value, expected: "an id" }, path)
}

function currencyOf(value: unknown, path: RefusalPath): string {
  if (typeof value === "string" && CURRENCY_CODE.test(value)) {
    return value
  }
  throw playbookRefusal("not_a_currency", { was: value }, path)
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value)
}
