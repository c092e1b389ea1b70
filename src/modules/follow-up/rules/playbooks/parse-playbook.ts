import type { ScriptVariableDeclaration } from "../../../../desk/kind"
import type { PlaybookDefinition } from "../../../../desk/playbook"
import {
  refuseAll,
  Refusal,
  refusalOf,
  type RefusalPath,
} from "../../../../refusals"
import { fieldName } from "../../../../business-time"
import { checkedScript, checkInTurn } from "../../scripts/check-script"
import { isLanguageTag } from "../../scripts/languages"
import { refuseEventName } from "./event-name"
import { parseConditions } from "./parse-conditions"
import { DEFINITION, playbookRefusal } from "./playbook-refusal"
import type { PlaybookVocabulary } from "./playbook-vocabulary"
import type { TaskType } from "./task-types"
import {
  CURRENCY_CODE,
  type PlaybookShape,
  playbookSchema,
  textsSchema,
} from "./playbook-schema"

/**
 * Validates the definition of a playbook; inconsistencies are reported all at
 * once.
 *
 * @param type - the task type of the playbook
 * @throws Refusal that names the invalid field, its value and the allowed ones
 */
export function parsePlaybook(
  type: string,
  definition: unknown,
  known: PlaybookVocabulary
): PlaybookDefinition {
  const declared = known.types.get(type)
  if (!declared) {
    const allowed = [...known.types.keys()]
    throw new Refusal("not_one_of", { was: type, allowed }, ["type"])
  }
  const triggers = known.triggers.map(({ trigger }) => trigger)
  const parsed = playbookSchema(triggers).safeParse(definition)
  if (!parsed.success) {
    throw refusalOf(parsed.error, definition, "playbook", [DEFINITION])
  }
  const shape = parsed.data
  let scripts: Record<string, string> = {}
  const conditions = (which: "all" | "any") =>
    parseConditions(shape.conditions[which], known.conditions, [
      "conditions",
      which,
    ])
  refuseAll([
    () => refuseRepeated(shape.triggers, ["triggers"]),
    () => refuseResponseLimit(shape),
    () => refuseResolutionLimit(shape),
    () => refuseCalendar(shape, known),
    () => refuseRetry(shape),
    ...shape.escalation.flatMap((step, index) => [
      () => refuseStep(step, index, shape),
      () => refuseAction(step, index, known),
    ]),
    () => refuseRepeated(shape.assignment.user_ids, ["assignment", "user_ids"]),
    () => refuseSafeOrders(declared, shape, known),
    () => conditions("all"),
    () => conditions("any"),
    () => {
      scripts = parseTexts(
        shape.scripts,
        [DEFINITION],
        "scripts",
        known.script_variables
      )
    },
  ])
  return {
    ...shape,
    conditions: { all: conditions("all"), any: conditions("any") },
    scripts,
  }
}

/** The dashboard has some 35. */
export const MOST_LANGUAGES = 50

/**
 * What the checks of one playbook's or one answer's texts may cost together;
 * that of an ordinary text is below 5,000. It takes about half a second, with
 * pauses.
 */
export const MOST_COST = 2_000_000

/**
 * Checks Liquid texts one by one, with pauses for other requests, so that
 * `parseTexts` finds them checked. Refuses nothing: whatever may be wrong is
 * left to the parsing of the whole.
 *
 * @param texts - as given, by language
 */
export async function checkTextsInTurn(
  texts: unknown,
  variables: readonly ScriptVariableDeclaration[]
): Promise<void> {
  const { success, data } = textsSchema.safeParse(texts)
  const said = Object.values(data ?? {})
  if (success && said.length <= MOST_LANGUAGES) {
    await checkInTurn(said, variables, MOST_COST)
  }
}

/**
 * Validates Liquid texts by language; blank ones are dropped.
 *
 * @param under - their path in the request, which the message leaves out
 * @param variables - variables that they may use besides the plugin's own
 * @throws Refusal that names language, line and column
 */
export function parseTexts(
  texts: Readonly<Record<string, string>>,
  under: RefusalPath,
  field: string,
  variables: readonly ScriptVariableDeclaration[]
): Record<string, string> {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== "")
  if (said.length > MOST_LANGUAGES) {
    throw new Refusal(
      "too_many_languages",
      { count: said.length, max: MOST_LANGUAGES },
      [...under, field],
      field
    )
  }
  let cost = 0
  for (const [language, text] of said) {
    const path = [...under, field, language]
    const name = fieldName([field, language])
    if (!isLanguageTag(language)) {
      throw new Refusal("not_a_language_tag", { was: language }, path, name)
    }
    const check = checkedScript(text, variables)
    const [found] = check.faults
    if (found) {
      const { kind, line, column, message, instead, ...more } = found
      throw new Refusal(
        `script_${kind}`,
        { line, column, reason: message, name: more.name, instead },
        path,
        name
      )
    }
    cost += check.cost
    if (cost > MOST_COST) {
      throw new Refusal(
        "script_too_much_together",
        { cost, max: MOST_COST },
        path,
        name
      )
    }
  }
  return Object.fromEntries(said)
}

function refuseResponseLimit({
  response_target_minutes,
  response_limit_minutes,
}: PlaybookShape): void {
  if (response_limit_minutes < response_target_minutes) {
    throw playbookRefusal(
      "target_above_limit",
      { was: response_limit_minutes, target: response_target_minutes },
      ["response_limit_minutes"]
    )
  }
}

function refuseResolutionLimit({
  response_limit_minutes,
  resolution_limit_minutes: resolution,
}: PlaybookShape): void {
  if (resolution !== null && resolution < response_limit_minutes) {
    throw playbookRefusal(
      "limit_above_resolution",
      { was: resolution, limit: response_limit_minutes },
      ["resolution_limit_minutes"]
    )
  }
}

function refuseCalendar(
  { calendar_id }: PlaybookShape,
  { calendar_ids }: PlaybookVocabulary
): void {
  if (calendar_id !== null && !calendar_ids.includes(calendar_id)) {
    throw playbookRefusal("unknown_calendar", { was: calendar_id }, [
      "calendar_id",
    ])
  }
}

function refuseRetry({ retry }: PlaybookShape): void {
  const { calling_hours, fallback } = retry
  if (calling_hours && calling_hours.start >= calling_hours.end) {
    throw playbookRefusal(
      "empty_calling_hours",
      { was: calling_hours.end, start: calling_hours.start },
      ["retry", "calling_hours", "end"]
    )
  }
  if (fallback.assignee_id && fallback.kind !== "hand_over") {
    throw leftOutUnless("kind", "hand_over", fallback.assignee_id, [
      "retry",
      "fallback",
      "assignee_id",
    ])
  }
  if (fallback.canned_answer_id && fallback.kind !== "message_customer") {
    throw leftOutUnless("kind", "message_customer", fallback.canned_answer_id, [
      "retry",
      "fallback",
      "canned_answer_id",
    ])
  }
}

function leftOutUnless(
  other: string,
  value: string,
  was: string,
  path: RefusalPath
): Refusal {
  return playbookRefusal("left_out_unless", { was, other, value }, path)
}

type Step = PlaybookShape["escalation"][number]

function refuseStep(
  { id, relative_to }: Step,
  index: number,
  { escalation, resolution_limit_minutes }: PlaybookShape
): void {
  const first = escalation.findIndex((step) => step.id === id)
  if (first < index) {
    throw playbookRefusal(
      "step_id_taken",
      { was: id, first: `escalation[${first}]` },
      ["escalation", index, "id"]
    )
  }
  if (relative_to === "resolution_limit" && resolution_limit_minutes === null) {
    throw playbookRefusal("no_resolution_limit", { was: relative_to }, [
      "escalation",
      index,
      "relative_to",
    ])
  }
}

function refuseAction(
  { action }: Step,
  index: number,
  { escalation_actions }: PlaybookVocabulary
): void {
  const custom_actions = escalation_actions.map(({ action }) => action)
  const path = ["escalation", index, "action"]
  if (action.kind === "notify") {
    if (action.audience === "user" && action.user_id === undefined) {
      throw playbookRefusal("nobody_to_tell", { was: undefined }, [
        ...path,
        "user_id",
      ])
    }
    if (action.audience !== "user" && action.user_id !== undefined) {
      throw leftOutUnless("audience", "user", action.user_id, [
        ...path,
        "user_id",
      ])
    }
  }
  if (action.kind === "emit_event") {
    refuseEventName(action.event, [...path, "event"])
  }
  if (action.kind === "custom" && !custom_actions.includes(action.name)) {
    const was = action.name
    throw custom_actions.length > 0
      ? playbookRefusal("not_one_of", { was, allowed: custom_actions }, [
          ...path,
          "name",
        ])
      : playbookRefusal("no_custom_actions", { was }, [...path, "name"])
  }
}

function refuseSafeOrders(
  { has_safe_orders }: TaskType,
  { safe_orders }: PlaybookShape,
  { types }: PlaybookVocabulary
): void {
  if (!safe_orders) {
    return
  }
  if (!has_safe_orders) {
    const having = [...types.values()].filter(
      ({ has_safe_orders }) => has_safe_orders
    )
    throw playbookRefusal(
      "no_safe_orders",
      {
        was: safe_orders,
        type: having.map(({ type }) => type).join(", "),
      },
      ["safe_orders"]
    )
  }
  refuseRepeated(safe_orders.checks, ["safe_orders", "checks"])
  // An order in a currency without an amount is never safe.
  if (
    safe_orders.enabled &&
    Object.keys(safe_orders.totals_below).length === 0
  ) {
    throw playbookRefusal("safe_orders_without_amount", {}, [
      "safe_orders",
      "totals_below",
    ])
  }
  for (const currency of Object.keys(safe_orders.totals_below)) {
    if (!CURRENCY_CODE.test(currency)) {
      throw playbookRefusal("not_by_currency", { was: currency }, [
        "safe_orders",
        "totals_below",
        currency,
      ])
    }
  }
}

function refuseRepeated(items: readonly string[], path: string[]): void {
  items.forEach((item, index) => {
    const first = items.indexOf(item)
    if (first < index) {
      throw playbookRefusal(
        "repeated",
        { was: item, first: `${fieldName(path)}[${first}]` },
        [...path, index]
      )
    }
  })
}
