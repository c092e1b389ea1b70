import { dateText } from "../clock/moment-text"
import { labelText } from "../i18n/label-text"
import { readable } from "../i18n/readable"
import type { Text } from "../i18n/use-text"
import type { AskedField } from "../task/outcome-actions"

/** The answers to an outcome's fields: `Receipt number: R-7`. */
export function answerTexts(
  t: Text,
  asked: readonly AskedField[],
  answers: Readonly<Record<string, string | number>>
): string[] {
  return Object.entries(answers).map(([field, answer]) => {
    const known = asked.find((one) => one.field === field)
    const label = labelText(t, known?.label) ?? readable(field)
    return `${label}: ${answerText(t, known, answer)}`
  })
}

function answerText(
  t: Text,
  asked: AskedField | undefined,
  answer: string | number
): string {
  if (typeof answer === "number") {
    return new Intl.NumberFormat(t.locale).format(answer)
  }
  // A date has no time zone.
  return asked?.kind === "date"
    ? dateText(t, Date.parse(answer), "UTC")
    : answer
}
