import type { AskedField } from "../task/outcome-actions"
import { readNumber } from "../settings/fields/read-number"

/** The answers to an outcome's fields, as they are sent. */
export type Answered = {
  phone?: string
  /** The other answers, by field. */
  answers: Record<string, string | number>
}

export type AnswerFault = "phoneNeeded" | "badPhone" | "needed" | "numberNeeded"

/** Why the answers cannot be sent, by field; empty if they can. */
export type AnswerFaults = Readonly<Record<string, AnswerFault>>

/**
 * Reads what was typed into an outcome's fields, by field. Optional fields that
 * are empty are omitted.
 */
export function readAnswers(
  fields: readonly AskedField[],
  typed: Readonly<Record<string, string>>
): { faults: AnswerFaults; answered: Answered } {
  const faults: Record<string, AnswerFault> = {}
  const answered: Answered = { answers: {} }
  for (const asked of fields) {
    const { field, kind } = asked
    const text = (typed[field] ?? "").trim()
    const fault = faultOf(asked, text)
    if (fault) {
      faults[field] = fault
    } else if (text !== "" && kind === "phone") {
      answered.phone = text
    } else if (text !== "") {
      answered.answers[field] =
        kind === "number" ? (readAnyNumber(text) ?? text) : text
    }
  }
  return { faults, answered }
}

function faultOf(
  { kind, is_required }: AskedField,
  text: string
): AnswerFault | null {
  if (text === "") {
    if (!is_required) {
      return null
    }
    return kind === "phone" ? "phoneNeeded" : "needed"
  }
  switch (kind) {
    case "phone":
      // The server validates the number; this only rejects impossible ones.
      return hasDigitsOfNumber(text) ? null : "badPhone"
    case "number":
      return readAnyNumber(text) === null ? "numberNeeded" : null
    case "text":
    case "date":
      return null
  }
}

const readAnyNumber = (text: string) =>
  readNumber(text, { min: -Infinity, whole: false })

/** The shortest number that can be called has five digits. */
const hasDigitsOfNumber = (text: string) => text.replace(/\D/g, "").length >= 5

/** Shorter ones may be the end of another number by chance. */
const FEWEST_OF_SAME = 7

/**
 * Whether a typed number is one of these. With or without its country code, and
 * however it is grouped, it is the same.
 *
 * @param numbers - in E.164, or as they were typed
 */
export function isOneOf(typed: string, numbers: readonly string[]): boolean {
  const own = nationalDigits(typed)
  return numbers.map(nationalDigits).some((other) => {
    const [short = "", long = ""] =
      own.length < other.length ? [own, other] : [other, own]
    return short.length >= FEWEST_OF_SAME && long.endsWith(short)
  })
}

/** Without the prefix for calls within a country. */
const nationalDigits = (text: string) =>
  text.replace(/\D/g, "").replace(/^0+/, "")
