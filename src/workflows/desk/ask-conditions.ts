import type { MedusaContainer } from "@medusajs/framework/types"

import type { AskedAbout } from "../../desk/handlers"
import {
  type ConditionField,
  FOLLOW_UP_MODULE,
  type ExtensionAnswer,
  type ExtensionAnswers,
} from "../../modules/follow-up"
import { handlersOf } from "./kinds"
import { patienceOf } from "./patience"
import { TimedOut, withTimeout } from "./with-timeout"
import { reportError } from "./report-error"

/** Null: no answer. */
type Answer = ExtensionAnswer | null

/**
 * The answers of extensions' conditions for each of these orders or customers,
 * in their order. A condition that fails or times out is logged, and its answer
 * is null.
 */
export async function askConditions(
  asked: AskedAbout[],
  names: readonly string[],
  container: MedusaContainer
): Promise<ExtensionAnswers[]> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const fields = settings.conditions.filter(({ field }) =>
    names.includes(field)
  )
  const answers = await Promise.all(
    fields.map(
      async (field) =>
        [field.field, await answersOf(field, asked, container)] as const
    )
  )
  return asked.map(
    (_, index) =>
      new Map(answers.map(([name, given]) => [name, given[index] ?? null]))
  )
}

/** Asks for all at once; if that fails, one by one. */
async function answersOf(
  field: ConditionField,
  asked: AskedAbout[],
  container: MedusaContainer
): Promise<Answer[]> {
  if (asked.length > 1) {
    try {
      const given = await ask(field, asked, container)
      return asked.map((about, index) =>
        read(field, given[index], about, container)
      )
    } catch {
      // The loop below finds the ones for which it fails.
    }
  }
  return await Promise.all(
    asked.map(async (about) => {
      try {
        const [given] = await ask(field, [about], container)
        return read(field, given, about, container)
      } catch (error) {
        if (error instanceof TimedOut) {
          reportNoAnswer(field, about, error.message, container)
        } else {
          reportNoAnswer(field, about, "it failed", container, error)
        }
        return null
      }
    })
  )
}

async function ask(
  { field }: ConditionField,
  asked: AskedAbout[],
  container: MedusaContainer
): Promise<readonly unknown[]> {
  const handler = handlersOf(container)
    .map(({ conditions }) => conditions?.[field])
    .find((handler) => handler !== undefined)
  const { condition_ms } = patienceOf(container)
  return await withTimeout(
    Promise.resolve(handler?.(asked, container) ?? []),
    condition_ms,
    `it took more than ${condition_ms / 1_000} seconds`
  )
}

function read(
  field: ConditionField,
  given: unknown,
  about: AskedAbout,
  container: MedusaContainer
): Answer {
  const answer = given === null ? [] : answerOfKind(field, given)
  if (answer === null) {
    const reason = `it answered with ${shown(given)}, not with ${WANTED[field.kind]}`
    reportNoAnswer(field, about, reason, container)
  }
  return answer
}

const WANTED: Record<ConditionField["kind"], string> = {
  boolean: "true or false",
  number: "a number",
  amount: "an amount and its currency_code",
  choice: "one of its choices",
  entity: "a list of ids",
}

function shown(given: unknown): string {
  return typeof given === "string" ? `"${given}"` : typeof given
}

function answerOfKind(
  { kind, choices }: ConditionField,
  given: unknown
): ExtensionAnswer | null {
  switch (kind) {
    case "boolean":
      return typeof given === "boolean" ? given : null
    case "number":
      return typeof given === "number" && Number.isFinite(given) ? given : null
    case "amount":
      return amountOf(given)
    case "choice":
    case "entity": {
      const list: unknown[] = Array.isArray(given) ? given : [given]
      const known = list.filter((one) => typeof one === "string")
      const isKnown =
        known.length === list.length &&
        known.every((one) => choices.includes(one))
      return isKnown ? known : null
    }
  }
}

function amountOf(given: unknown): ExtensionAnswer | null {
  if (
    typeof given === "object" &&
    given !== null &&
    "amount" in given &&
    "currency_code" in given &&
    typeof given.amount === "number" &&
    typeof given.currency_code === "string"
  ) {
    return { amount: given.amount, currency_code: given.currency_code }
  }
  return null
}

function reportNoAnswer(
  { field }: ConditionField,
  { order_id, customer_id }: AskedAbout,
  reason: string,
  container: MedusaContainer,
  error?: unknown
): void {
  reportError(
    `the condition "${field}" gave no answer for ${order_id ?? customer_id}, because ${reason}; while the record is new, it is asked again once a minute`,
    error,
    container
  )
}
