import type { RefusalValue } from "../../src/api/admin/follow-ups/types"
import { Refused, isForbidden } from "../api/refused"
import { dateText, exactMoment } from "../clock/moment-text"
import { browserTimeZone } from "../clock/zoned"
import { displayName } from "../i18n/display-name"
import texts from "../i18n/en.json"
import type { TextGroups, TextValues } from "../i18n/text-key"
import type { Text } from "../i18n/use-text"
import { fieldName } from "./field-name"

const ENGLISH: Readonly<Record<string, string | undefined>> = texts.refusals

type Code = keyof TextGroups["refusals"]

/** What is wrong with nothing, where one is enough. */
const EMPTY: ReadonlySet<string> = new Set(["too_short", "too_few"])

type OutcomeName = (outcome: string) => string

/**
 * The server's error in the dashboard's language. Errors without a text, such
 * as those of Medusa or of a newer server, are shown in the server's English.
 *
 * @param outcomeName - the name of an outcome for the refused task's type
 * @param timeZone - the shop's, for what was refused on one of its tasks
 */
export function refusalText(
  t: Text,
  error: unknown,
  outcomeName: OutcomeName = (outcome) => t.of("outcomes", outcome),
  timeZone: string = browserTimeZone()
): string {
  if (error instanceof Refused && isTold(t, error.code)) {
    return t(
      `refusals.${codeToTell(error, error.code)}`,
      valuesIn(t, error, outcomeName, timeZone)
    )
  }
  if (isForbidden(error)) {
    return t("refusals.not_permitted")
  }
  return error instanceof Error ? error.message : String(error)
}

/** Reports an empty field as required, rather than “” as invalid or too short. */
function codeToTell({ values }: Refused, code: Code): Code {
  return (values.was === "" && ENGLISH[code]?.includes("{{was}}")) ||
    (EMPTY.has(code) && values.min === 1)
    ? "field_required"
    : code
}

/** Some texts are loaded only with the part of the dashboard that needs them. */
function isTold(t: Text, code: string | null): code is Code {
  return code !== null && t.of("refusals", code, "") !== ""
}

function valuesIn(
  t: Text,
  { path, values }: Refused,
  outcomeName: OutcomeName,
  timeZone: string
): TextValues {
  const language = path.at(-1)
  return {
    ...Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name === "outcome"
          ? outcomeName(String(value))
          : valueText(t, name, value, timeZone),
      ])
    ),
    field: fieldName(t, path),
    language:
      typeof language === "string" ? displayName(t, "language", language) : "",
  }
}

function valueText(
  t: Text,
  name: string,
  value: RefusalValue,
  timeZone: string
): string {
  switch (name) {
    case "at":
    case "opened_at":
      return exactMoment(t, Date.parse(String(value)), timeZone)
    case "condition":
      return t.of("conditionFields", String(value))
  }
  if (typeof value === "number") {
    return new Intl.NumberFormat(t.locale).format(value)
  }
  if (Array.isArray(value)) {
    return value.join(", ")
  }
  const said = String(value)
  return DATE.test(said) ? dateText(t, Date.parse(said), "UTC") : said
}

/** A day, also as forms send it: noon, or another hour of it. */
const DATE = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/
