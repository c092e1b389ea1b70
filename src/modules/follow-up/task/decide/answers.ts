import type { AskedField, OutcomeDeclaration } from "../../../../desk/kind"
import { Refusal } from "../../../../refusals"

/**
 * A person's answers to what an outcome asks for, by field, except for the
 * phone.
 */
export type Answers = Readonly<Record<string, string | number>>

const LONGEST_TEXT = 1_000

/**
 * Validates the answers to what an outcome asks for, except for a phone number,
 * which the task itself stores.
 *
 * @throws Refusal for an answer that is missing, invalid, or not asked for
 */
export function readAnswers(
  { outcome, asks = [] }: OutcomeDeclaration,
  given: Answers = {}
): Answers {
  const asked = asks.filter(({ kind }) => kind !== "phone")
  const known = asked.map(({ field }) => field)
  const unknown = Object.keys(given).find((field) => !known.includes(field))
  if (unknown !== undefined) {
    throw new Refusal(
      "answer_not_asked",
      { name: unknown, outcome, allowed: known },
      ["answers", unknown]
    )
  }
  return Object.fromEntries(
    asked.flatMap((field): [string, string | number][] => {
      const answer = readAnswer(field, given[field.field], outcome)
      return answer === null ? [] : [[field.field, answer]]
    })
  )
}

function readAnswer(
  { field, kind, is_required }: AskedField,
  given: string | number | undefined,
  outcome: string
): string | number | null {
  const answer = typeof given === "string" ? given.trim() : given
  if (answer === undefined || answer === "") {
    if (is_required) {
      throw new Refusal("answer_missing", { name: field, outcome }, [
        "answers",
        field,
      ])
    }
    return null
  }
  if (kind !== "phone" && !IS_OF_KIND[kind](answer)) {
    throw new Refusal(NOT_OF_KIND[kind], { name: field, was: answer }, [
      "answers",
      field,
    ])
  }
  return answer
}

const NOT_OF_KIND = {
  text: "answer_no_text",
  number: "answer_no_number",
  date: "answer_no_date",
} as const

const IS_OF_KIND: Readonly<
  Record<
    Exclude<AskedField["kind"], "phone">,
    (answer: string | number) => boolean
  >
> = {
  text: (answer) => typeof answer === "string" && answer.length <= LONGEST_TEXT,
  number: (answer) => typeof answer === "number" && Number.isFinite(answer),
  date: (answer) =>
    typeof answer === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(answer) &&
    !Number.isNaN(Date.parse(answer)),
}
