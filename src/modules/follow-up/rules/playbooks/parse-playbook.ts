import { MedusaError } from "@medusajs/framework/utils"
import { checkScript } from "../../scripts/check-script"
import { isLanguageTag } from "../../scripts/languages"
import type { ConditionField } from "./conditions"
import { eventNameFault } from "./event-name"
import { parseConditions } from "./parse-conditions"
import type { PlaybookDefinition } from "./playbook"
import { fault, fieldName, firstFault } from "./playbook-fault"
import {
  CURRENCY_CODE,
  type PlaybookShape,
  playbookSchema,
} from "./playbook-schema"

/** What there is that a playbook may name. */
export type PlaybookVocabulary = {
  types: readonly string[]
  condition_fields: readonly ConditionField[]
  /** Names of the actions that the shop's own code registered. */
  custom_actions: readonly string[]
  calendar_ids: readonly string[]
}

/** The one type whose tasks a safe order does without. */
const SAFE_TYPE = "confirm_order"

/**
 * The definition of a playbook, checked as a whole.
 *
 * @param type - the task type of the playbook
 * @throws MedusaError INVALID_DATA that names the field which is wrong, what
 * it was and what it may be
 */
export function parsePlaybook(
  type: string,
  definition: unknown,
  known: PlaybookVocabulary
): PlaybookDefinition {
  if (!known.types.includes(type)) {
    throw fault(["type"], type, `must be one of ${known.types.join(", ")}`)
  }
  const parsed = playbookSchema.safeParse(definition)
  if (!parsed.success) {
    throw firstFault(parsed.error, definition, "playbook")
  }
  const shape = parsed.data
  refuseRepeated(shape.triggers, ["triggers"])
  refuseLimits(shape)
  refuseCalendar(shape, known)
  refuseRetry(shape)
  shape.escalation.forEach((step, index) => {
    refuseStep(step, index, shape)
    refuseAction(step, index, known)
  })
  refuseRepeated(shape.assignment.user_ids, ["assignment", "user_ids"])
  refuseSafeOrders(type, shape)
  return {
    ...shape,
    conditions: {
      all: parseConditions(shape.conditions.all, known.condition_fields, [
        "conditions",
        "all",
      ]),
      any: parseConditions(shape.conditions.any, known.condition_fields, [
        "conditions",
        "any",
      ]),
    },
    scripts: parseTexts(shape.scripts, "scripts"),
  }
}

/**
 * Texts in Liquid by language; those that say nothing are left out.
 *
 * @param field - where they stand in the request, for the message
 * @throws MedusaError INVALID_DATA that names language, line and column
 */
export function parseTexts(
  texts: Readonly<Record<string, string>>,
  field: string
): Record<string, string> {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== "")
  for (const [language, text] of said) {
    const path = [field, language]
    if (!isLanguageTag(language)) {
      throw fault(path, language, "must be a language tag such as uk or pt-BR")
    }
    const [found] = checkScript(text)
    if (found) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `${fieldName(path)} is broken in line ${found.line}, column ${found.column}: ${found.message}`
      )
    }
  }
  return Object.fromEntries(said)
}

function refuseLimits(shape: PlaybookShape): void {
  const { response_target_minutes, response_limit_minutes } = shape
  if (response_limit_minutes < response_target_minutes) {
    throw fault(
      ["response_limit_minutes"],
      response_limit_minutes,
      `must be at least the response target, ${response_target_minutes}`
    )
  }
  const resolution = shape.resolution_limit_minutes
  if (resolution !== null && resolution < response_limit_minutes) {
    throw fault(
      ["resolution_limit_minutes"],
      resolution,
      `must be at least the response limit, ${response_limit_minutes}, or null`
    )
  }
}

function refuseCalendar(
  { calendar_id }: PlaybookShape,
  { calendar_ids }: PlaybookVocabulary
): void {
  if (calendar_id !== null && !calendar_ids.includes(calendar_id)) {
    throw fault(
      ["calendar_id"],
      calendar_id,
      "must be the id of a business calendar of the shop, or null"
    )
  }
}

function refuseRetry({ retry }: PlaybookShape): void {
  const { calling_hours, fallback } = retry
  if (calling_hours && calling_hours.start >= calling_hours.end) {
    throw fault(
      ["retry", "calling_hours", "end"],
      calling_hours.end,
      `must be later than the start, "${calling_hours.start}"`
    )
  }
  if (fallback.assignee_id && fallback.kind !== "hand_over") {
    throw fault(
      ["retry", "fallback", "assignee_id"],
      fallback.assignee_id,
      "must be left out unless kind is hand_over"
    )
  }
  if (fallback.canned_answer_id && fallback.kind !== "message_customer") {
    throw fault(
      ["retry", "fallback", "canned_answer_id"],
      fallback.canned_answer_id,
      "must be left out unless kind is message_customer"
    )
  }
}

type Step = PlaybookShape["escalation"][number]

function refuseStep(
  { id, relative_to }: Step,
  index: number,
  { escalation, resolution_limit_minutes }: PlaybookShape
): void {
  const first = escalation.findIndex((step) => step.id === id)
  if (first < index) {
    throw fault(
      ["escalation", index, "id"],
      id,
      `must be another one: escalation[${first}] has it`
    )
  }
  if (relative_to === "resolution_limit" && resolution_limit_minutes === null) {
    throw fault(
      ["escalation", index, "relative_to"],
      relative_to,
      "must be response_target or response_limit: there is no resolution limit"
    )
  }
}

function refuseAction(
  { action }: Step,
  index: number,
  { custom_actions }: PlaybookVocabulary
): void {
  const path = ["escalation", index, "action"]
  if (action.kind === "notify") {
    if (action.audience === "user" && action.user_id === undefined) {
      throw fault([...path, "user_id"], undefined, "must be the id of a user")
    }
    if (action.audience !== "user" && action.user_id !== undefined) {
      throw fault(
        [...path, "user_id"],
        action.user_id,
        "must be left out unless audience is user"
      )
    }
  }
  if (action.kind === "emit_event") {
    const mustBe = eventNameFault(action.event)
    if (mustBe) {
      throw fault([...path, "event"], action.event, mustBe)
    }
  }
  if (action.kind === "custom" && !custom_actions.includes(action.name)) {
    throw fault(
      [...path, "name"],
      action.name,
      custom_actions.length > 0
        ? `must be one of ${custom_actions.join(", ")}`
        : "must be an action that the shop's own code registered, and there is none"
    )
  }
}

function refuseSafeOrders(type: string, { safe_orders }: PlaybookShape): void {
  if (!safe_orders) {
    return
  }
  if (type !== SAFE_TYPE) {
    throw fault(
      ["safe_orders"],
      safe_orders,
      `must be null: only ${SAFE_TYPE} has safe orders`
    )
  }
  refuseRepeated(safe_orders.checks, ["safe_orders", "checks"])
  for (const currency of Object.keys(safe_orders.totals_below)) {
    if (!CURRENCY_CODE.test(currency)) {
      throw fault(
        ["safe_orders", "totals_below", currency],
        currency,
        'must be by currency, in small letters such as "uah"'
      )
    }
  }
}

function refuseRepeated(items: readonly string[], path: string[]): void {
  items.forEach((item, index) => {
    const first = items.indexOf(item)
    if (first < index) {
      throw fault(
        [...path, index],
        item,
        `must be another one: ${fieldName(path)}[${first}] is the same`
      )
    }
  })
}
