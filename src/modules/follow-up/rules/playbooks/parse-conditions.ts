import type { ConditionField } from "./conditions"
import type { Condition } from "./playbook"
import { fault } from "./playbook-fault"
import { CURRENCY_CODE, type PlaybookShape } from "./playbook-schema"
import { isStorable } from "../rule-name"

type GivenCondition = PlaybookShape["conditions"]["all"][number]
type Path = readonly PropertyKey[]

const MOST_VALUES = 100
const LONGEST_ID = 255
/** More choices than these are not written into a message. */
const MOST_SHOWN = 12

/**
 * Conditions whose field, operator and value fit together.
 *
 * @throws MedusaError INVALID_DATA for the first that does not
 */
export function parseConditions(
  given: readonly GivenCondition[],
  fields: readonly ConditionField[],
  path: Path
): Condition[] {
  return given.map((condition, index) =>
    parseCondition(condition, fields, [...path, index])
  )
}

function parseCondition(
  { field: name, operator, value, currency_code }: GivenCondition,
  fields: readonly ConditionField[],
  path: Path
): Condition {
  const field = fields.find(({ field }) => field === name)
  if (!field) {
    throw fault(
      [...path, "field"],
      name,
      `must be one of ${fields.map(({ field }) => field).join(", ")}`
    )
  }
  if (!field.operators.includes(operator)) {
    throw fault(
      [...path, "operator"],
      operator,
      `must be one of ${field.operators.join(", ")} for ${name}`
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
    throw fault(
      [...path, "currency_code"],
      currency_code,
      `must be left out: ${name} is not an amount`
    )
  }
  return condition
}

function valueOf(
  { kind, choices }: ConditionField,
  operator: Condition["operator"],
  value: unknown,
  path: Path
): Condition["value"] {
  switch (kind) {
    case "boolean":
      if (typeof value === "boolean") {
        return value
      }
      throw fault(path, value, "must be true or false")
    case "number":
      if (isNumber(value) && Number.isInteger(value) && value >= 0) {
        return value
      }
      throw fault(path, value, "must be a whole number from 0")
    case "amount":
      if (isNumber(value) && value > 0) {
        return value
      }
      throw fault(path, value, "must be an amount above 0, in major units")
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

function listOf(value: unknown, path: Path): unknown[] {
  const mustBe = `must be a list of 1 to ${MOST_VALUES} different values`
  if (!Array.isArray(value)) {
    throw fault(path, value, mustBe)
  }
  const items: unknown[] = value
  if (
    items.length === 0 ||
    items.length > MOST_VALUES ||
    new Set(items).size < items.length
  ) {
    throw fault(path, value, mustBe)
  }
  return items
}

function choiceOf(choices: string[], value: unknown, path: Path): string {
  const choice = choices.find((choice) => choice === value)
  if (choice === undefined) {
    const some = choices.slice(0, MOST_SHOWN).join(", ")
    throw fault(
      path,
      value,
      `must be one of ${choices.length > MOST_SHOWN ? `${some} and ${choices.length - MOST_SHOWN} more` : some}`
    )
  }
  return choice
}

function idOf(value: unknown, path: Path): string {
  if (
    typeof value === "string" &&
    value !== "" &&
    value.length <= LONGEST_ID &&
    isStorable(value)
  ) {
    return value
  }
  throw fault(path, value, "must be an id")
}

function currencyOf(value: unknown, path: Path): string {
  if (typeof value === "string" && CURRENCY_CODE.test(value)) {
    return value
  }
  throw fault(path, value, 'must be a currency in small letters such as "uah"')
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value)
}
