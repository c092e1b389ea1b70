import type { Holiday } from "./holidays"

/** The label of a day off in lieu, by language. */
export const IN_LIEU: Readonly<Record<string, string>> = {
  bg: "почивен ден",
  en: "day off in lieu",
  ru: "выходной день",
  uk: "вихідний день",
}

/** A holiday with the library's rule for it. */
export type RuledHoliday = Holiday & { rule: string }

/** What a country's law says of holidays on days that are off anyway. */
type Law = {
  /** The first year for which it is right. */
  since: number
  /** The days whose holidays are made up for: 0 is Sunday, 6 is Saturday. */
  weekdays: readonly number[]
  /** The holidays that are made up for; all if omitted. */
  covers?: (holiday: RuledHoliday) => boolean
}

const WEEKEND = [0, 6]
const SUNDAY = [0]

/**
 * The countries whose days in lieu the library lacks, or puts on a day that is
 * off already. Each holiday is made up for on the next working day that is not
 * off yet.
 */
const LAWS: Readonly<Record<string, Law>> = {
  // Labour Code, article 154 (2): all but Easter.
  BG: {
    since: 2017,
    weekdays: WEEKEND,
    covers: ({ rule }) => !rule.startsWith("orthodox"),
  },
  // Holidays Act, section 2: Canada Day alone.
  CA: {
    since: 1985,
    weekdays: SUNDAY,
    covers: ({ date }) => date.endsWith("-07-01"),
  },
  // Bank Holidays Act 1989: Tynwald Day; the library has the others.
  IM: {
    since: 1990,
    weekdays: WEEKEND,
    covers: ({ date }) => date.endsWith("-07-05"),
  },
  // Labour Code, article 84 (3): all but the religious ones.
  KZ: {
    since: 2016,
    weekdays: WEEKEND,
    covers: ({ rule }) => /^\d\d-\d\d/.test(rule),
  },
  // Labour Code, article 112: all but those of 1 to 8 January.
  RU: {
    since: 2013,
    weekdays: WEEKEND,
    covers: ({ date }) => !/-01-0[1-8]$/.test(date),
  },
  // Labour Protection Act, section 29.
  TH: { since: 1998, weekdays: WEEKEND },
  // Labour Code, article 67 (3).
  UA: { since: 2018, weekdays: WEEKEND },
  // Labour Code, article 111 (3).
  VN: { since: 2013, weekdays: WEEKEND },
  // Public Holidays and Prohibition of Business Act.
  ZW: { since: 1999, weekdays: SUNDAY },
}

/**
 * Days off that a government moves each year, from the day that is worked, or
 * is a holiday anyway, to the day that is off for it.
 */
const MOVED: Readonly<
  Record<string, Readonly<Record<number, Readonly<Record<string, string>>>>>
> = {
  RU: {
    // Decree of the Government no. 1335 of 4 October 2024.
    2025: {
      "2025-01-04": "2025-05-02",
      "2025-01-05": "2025-12-31",
      "2025-02-23": "2025-05-08",
      "2025-03-08": "2025-06-13",
      "2025-11-01": "2025-11-03",
    },
    // Decree of the Government no. 1466 of 24 September 2025.
    2026: { "2026-01-03": "2026-01-09", "2026-01-04": "2026-12-31" },
  },
}

const MOVED_DAY: Readonly<Record<string, string>> = {
  bg: "Преместен почивен ден",
  en: "Day off moved by decree",
  ru: "Перенесённый выходной",
  uk: "Перенесений вихідний",
}

/**
 * The last year for which it is known what a country's government has moved;
 * null where nothing is moved by decree, or nothing is known.
 */
export function decreedUntil(country: string): number | null {
  const years = Object.keys(MOVED[country] ?? {}).map(Number)
  return years.length > 0 ? Math.max(...years) : null
}

/** Whether the days in lieu of a country are worked out here. */
export function hasLaw(country: string): boolean {
  return Object.hasOwn(LAWS, country)
}

/**
 * The public holidays of several years in a row with their days off in lieu, by
 * the country's law, instead of those of the library.
 *
 * @param locale - a language tag
 */
export function withDaysInLieu(
  country: string,
  holidays: readonly RuledHoliday[],
  locale: string
): RuledHoliday[] {
  const law = LAWS[country]
  if (!law) {
    return [...holidays]
  }
  const language = locale.toLowerCase().split("-")[0] ?? ""
  const label = IN_LIEU[language] ?? IN_LIEU.en
  const kept = holidays.filter((each) => !isAdded(each, holidays, law))
  const moved = new Map(
    Object.values(MOVED[country] ?? {}).flatMap((year) => Object.entries(year))
  )
  const days_off = kept.filter(({ kind }) => kind === "public")
  const taken = new Set([
    ...days_off.map(({ date }) => date),
    ...moved.values(),
  ])
  const in_lieu = [...days_off]
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .filter(
      (each) =>
        isMadeUpFor(each, law) &&
        !moved.has(each.date) &&
        (law.covers?.(each) ?? true)
    )
    .map(({ date, name, rule }): RuledHoliday => {
      const next = nextWorkingDay(date, taken)
      taken.add(next)
      return { date: next, name: `${name} (${label})`, kind: "public", rule }
    })
  const decreed = [...moved.values()].map((date): RuledHoliday => {
    const name = MOVED_DAY[language] ?? MOVED_DAY.en ?? ""
    return { date, name, kind: "public", rule: date }
  })
  return [...kept, ...in_lieu, ...decreed]
}

/** Whether the library has added it, for a holiday that is made up for. */
function isAdded(
  { date, rule, kind }: RuledHoliday,
  holidays: readonly RuledHoliday[],
  law: Law
): boolean {
  return (
    kind === "public" &&
    / and if /i.test(rule) &&
    holidays.some(
      (other) =>
        other.rule === rule &&
        other.date < date &&
        Date.parse(date) - Date.parse(other.date) < WEEK_MS &&
        isMadeUpFor(other, law)
    )
  )
}

function isMadeUpFor({ date }: Holiday, { since, weekdays }: Law): boolean {
  return (
    Number(date.slice(0, 4)) >= since &&
    weekdays.includes(new Date(date).getUTCDay())
  )
}

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

function nextWorkingDay(date: string, days_off: ReadonlySet<string>): string {
  let next = date
  do {
    next = new Date(Date.parse(next) + DAY_MS).toISOString().slice(0, 10)
  } while (isWeekend(next) || days_off.has(next))
  return next
}

function isWeekend(date: string): boolean {
  return WEEKEND.includes(new Date(date).getUTCDay())
}
