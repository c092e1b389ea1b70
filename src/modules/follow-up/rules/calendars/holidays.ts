import type Holidays from "date-holidays"
import type { HolidaysTypes } from "date-holidays"
import { Refusal } from "../../../../refusals"
import { correctRules } from "./correct-rules"
import {
  decreedUntil,
  hasLaw,
  IN_LIEU,
  type RuledHoliday,
  withDaysInLieu,
} from "./days-in-lieu"

/** A day that a shop may want to close on. */
export type Holiday = {
  /** Local date, YYYY-MM-DD. */
  date: string
  name: string
  /** `public` is a day off by law; the others are only suggestions. */
  kind: HolidaysTypes.HolidayType
}

type HolidayCountry = {
  /** ISO 3166-1 alpha-2, lower case. */
  code: string
  name: string
  /** States or provinces with holidays of their own. */
  states: { code: string; name: string }[]
}

/**
 * The holidays of a country in a year, including days off in lieu, in order;
 * longer ones have one entry per day.
 *
 * @param locale - a language tag; names without a translation are in English
 * @throws Refusal for an unknown country or state
 */
export async function holidaysOf(
  {
    country,
    state,
    year,
  }: { country: string; state: string | null; year: number },
  locale: string
): Promise<Holiday[]> {
  const library = await loaded()
  const known = knownPlace(new library(), country, state)
  // A day in lieu may be in the next year.
  const years = hasLaw(known.country) ? [year - 1, year, year + 1] : [year]
  const found = years.flatMap((year) => {
    const holidays = new library(known.country, known.state ?? "", {
      languages: languagesOf(locale),
    })
    correctRules(holidays, known.country, year)
    return ruledHolidays(holidays.getHolidays(year), locale)
  })
  const all = withDaysInLieu(known.country, found, locale).filter(({ date }) =>
    date.startsWith(`${year}-`)
  )
  return withoutRepetitions(all).sort(
    (one, other) =>
      compare(one.date, other.date) || compare(one.name, other.name)
  )
}

/** How recent the holidays of a country are. */
export type HolidaysAsOf = {
  /**
   * When they were last compared with the law, YYYY-MM-DD: what was decided
   * later is not in them.
   */
  as_of: string
  /**
   * The last year for which they have what the government moves every year;
   * null where it moves nothing, or where it is not known.
   */
  decreed_until: number | null
  /**
   * The law by which public holidays are working days for now; null where they
   * are days off.
   */
  worked_by: string | null
}

/**
 * Where public holidays are working days for now, by which law.
 *
 * UA, article 6: while martial law lasts, articles 67 (3) and 73 of the Labour Code, on
 * days in lieu and on holidays, are not applied. In force since 24 March 2022.
 */
const WORKED_BY: Readonly<Record<string, string>> = { UA: "2136-IX" }

/** The day of the release: to be changed with the data. */
const AS_OF = "2026-11-27"

/** How recent the holidays of a country are. */
export function holidaysAsOf(country: string): HolidaysAsOf {
  return {
    as_of: AS_OF,
    decreed_until: decreedUntil(country.toUpperCase()),
    worked_by: WORKED_BY[country.toUpperCase()] ?? null,
  }
}

function ruledHolidays(
  holidays: readonly HolidaysTypes.Holiday[],
  locale: string
): RuledHoliday[] {
  return holidays.flatMap((holiday) => {
    const name = nameOf(holiday, locale)
    const kind = kindOf(holiday, holidays)
    return datesOf(holiday).map((date) => ({
      date,
      name,
      kind,
      rule: holiday.rule,
    }))
  })
}

/**
 * The library calls some days in lieu of days off by law bank holidays: that of
 * Veterans Day in the United States.
 */
function kindOf(
  { type, rule, substitute }: HolidaysTypes.Holiday,
  holidays: readonly HolidaysTypes.Holiday[]
): Holiday["kind"] {
  const [instead] = rule.replace(/^substitutes /, "").split(" if ")
  return substitute &&
    type === "bank" &&
    holidays.some((other) => other.rule === instead && other.type === "public")
    ? "public"
    : type
}

/** The countries whose holidays are known, sorted by name in this language. */
export async function holidayCountries(
  locale: string
): Promise<HolidayCountry[]> {
  const holidays = new (await loaded())()
  const [language = "en"] = languagesOf(locale)
  const inLocale = new Intl.DisplayNames([locale, "en"], { type: "region" })
  const collator = new Intl.Collator([locale, "en"])
  return Object.keys(holidays.getCountries())
    .map((code) => ({
      code: code.toLowerCase(),
      name: inLocale.of(code) ?? code,
      states: Object.entries(holidays.getStates(code, language) ?? {})
        .map(([code, name]) => ({ code, name }))
        .sort((one, other) => collator.compare(one.name, other.name)),
    }))
    .sort((one, other) => collator.compare(one.name, other.name))
}

/**
 * Loaded on first use: it takes 0.3 s, and 26 MB that stay (measured on Node
 * 20).
 */
async function loaded(): Promise<typeof Holidays> {
  return (await import("date-holidays")).default
}

function knownPlace(
  holidays: Holidays,
  country: string,
  state: string | null
): { country: string; state: string | null } {
  const countries = Object.keys(holidays.getCountries())
  const known = countries.find((code) => isSame(code, country))
  if (!known) {
    throw new Refusal("unknown_country", { was: country }, ["country"])
  }
  if (state === null) {
    return { country: known, state }
  }
  const states = Object.keys(holidays.getStates(known) ?? {})
  const knownState = states.find((code) => isSame(code, state))
  if (knownState === undefined) {
    const place = { was: state, country: known }
    throw states.length === 0
      ? new Refusal("country_without_states", place, ["state"])
      : new Refusal("unknown_state", { ...place, allowed: states }, ["state"])
  }
  return { country: known, state: knownState }
}

/** "uk-UA" falls back to Ukrainian, then to English. */
function languagesOf(locale: string): string[] {
  const tag = locale.toLowerCase()
  const [language = tag] = tag.split("-")
  return [...new Set([tag, language, "en"])]
}

/** The library names days in lieu in few languages, and not well. */
function nameOf(
  { name, substitute }: HolidaysTypes.Holiday,
  locale: string
): string {
  const label = IN_LIEU[locale.toLowerCase().split("-")[0] ?? ""]
  return substitute && label
    ? name.replace(/ \([^()]*\)$/, ` (${label})`)
    : name
}

/**
 * The dates that it covers, in the country's local time. It may start at noon,
 * be an hour shorter or longer when the clocks change, or end some hours into
 * its last day.
 */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = date.slice(0, 10)
  const days = Math.round((end.getTime() - start.getTime()) / DAY_MS)
  return Array.from({ length: Math.max(1, days) }, (_, day) =>
    new Date(Date.parse(first) + day * DAY_MS).toISOString().slice(0, 10)
  )
}

const DAY_MS = 86_400_000

function withoutRepetitions(holidays: Holiday[]): Holiday[] {
  const byDay = new Map(
    holidays.map(({ date, name, kind }) => [
      `${date} ${name}`,
      { date, name, kind },
    ])
  )
  return [...byDay.values()]
}

function isSame(code: string, given: string): boolean {
  return code.toLowerCase() === given.toLowerCase()
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
