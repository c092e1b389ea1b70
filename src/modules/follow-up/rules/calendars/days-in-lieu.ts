import type { Holiday } from "./holidays"

/** The label of a day off in lieu, by language. */
export const IN_LIEU: Readonly<Record<string, string>> = {
  bg: "почивен ден",
  en: "day off in lieu",
  ru: "выходной день",
  uk: "вихідний день",
}

/**
 * The year since which Bulgaria has days in lieu: Labour Code, article 154 (2).
 */
const SINCE = 2017

/**
 * The days off in lieu of Bulgarian holidays, which the library lacks: for each
 * holiday on a weekend, except at Easter, the next working day. Those of other
 * countries are included in their holidays.
 */
export function daysOffInLieu(
  country: string,
  holidays: (Holiday & { rule: string })[],
  year: number,
  locale: string
): Holiday[] {
  if (country !== "BG" || year < SINCE) {
    return []
  }
  const days_off = holidays.filter(({ kind }) => kind === "public")
  const taken = new Set(days_off.map(({ date }) => date))
  const label = IN_LIEU[locale.toLowerCase().split("-")[0] ?? ""] ?? IN_LIEU.en
  return days_off
    .filter(({ date, rule }) => isWeekend(date) && !rule.startsWith("orthodox"))
    .map(({ date, name }) => {
      const in_lieu = nextWorkingDay(date, taken)
      taken.add(in_lieu)
      return { date: in_lieu, name: `${name} (${label})`, kind: "public" }
    })
}

function nextWorkingDay(date: string, days_off: ReadonlySet<string>): string {
  let next = date
  do {
    next = new Date(Date.parse(next) + 86_400_000).toISOString().slice(0, 10)
  } while (isWeekend(next) || days_off.has(next))
  return next
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay())
}
