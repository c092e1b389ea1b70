import type { AskedField } from "../task/outcome-actions"
import { readNumber } from "../settings/fields/read-number"

/** What an outcome asked for, as it is sent. */
export type Answered = {
  phone?: string
  /** What else was asked for, by field. */
  answers: Record<string, string | number>
}

export type AnswerFault = "phoneNeeded" | "badPhone" | "needed" | "numberNeeded"

/** What keeps the fields from being sent, by field; nothing where they can be. */
export type AnswerFaults = Readonly<Record<string, AnswerFault>>

/**
 * What was typed into the fields that an outcome asks for, by field. What may
 * be left out is, where it is empty.
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
      // Whether it is a number the server says: what cannot be one is told here.
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

/** As few as the shortest number has that somebody can be called at. */
const hasDigitsOfNumber = (text: string) => text.replace(/\D/g, "").length >= 5
