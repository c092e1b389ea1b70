import typed from "./typed-words.json"

/** What a word can mean in a typed time. */
export type Meaning =
  | { kind: "day"; days: number }
  /** From 1, Monday. */
  | { kind: "weekday"; weekday: number }
  /** From 1. */
  | { kind: "month"; month: number }
  /** A span of time; `minutes` of one. `isOfDay`: "10 год" may be ten o'clock. */
  | { kind: "unit"; minutes: number; isOfDay?: true }
  /** A part of the day; `minutes` since midnight, if no hour is named. */
  | { kind: "am"; minutes: number }
  | { kind: "pm"; minutes: number }
  /** "half past", or "пів на": added to the hour that is named with it. */
  | { kind: "shift"; minutes: number }
  | { kind: "number"; number: number }
  /** Follows the day of a month: "28 числа". */
  | { kind: "ofMonth" }
  | { kind: "next" }
  | { kind: "in" }
  | { kind: "at" }
  | { kind: "filler" }

/** The meanings of a word, or of several joined by spaces. */
export type TimeWords = (word: string) => readonly Meaning[]

type Words = (typeof typed)["en"]

/** By language, with `|` between synonyms; loaded with the form of a time. */
const WORDS: Readonly<Record<string, Words | undefined>> = typed

/**
 * The words of the page's language and of English. Names of weekdays and months
 * are those of `Intl`.
 *
 * @param locale - of the displayed texts
 */
export function timeWords(locale: string): TimeWords {
  const meanings = new Map<string, Meaning[]>()
  const names: Name[] = []
  for (const language of new Set([locale, "en"])) {
    const add = (synonyms: string, meaning: Meaning) =>
      synonyms
        .split("|")
        .filter(Boolean)
        .forEach((word) => {
          const known = meanings.get(plain(word)) ?? []
          meanings.set(plain(word), [...known, meaning])
        })
    const said = WORDS[language.slice(0, 2)] ?? typed.en
    add(said.today, { kind: "day", days: 0 })
    add(said.tomorrow, { kind: "day", days: 1 })
    add(said.dayAfter, { kind: "day", days: 2 })
    add(said.am, { kind: "am", minutes: MORNING })
    add(said.noon, { kind: "pm", minutes: 12 * 60 })
    add(said.lunch, { kind: "pm", minutes: 13 * 60 })
    add(said.afternoon, { kind: "pm", minutes: 14 * 60 })
    add(said.evening, { kind: "pm", minutes: 18 * 60 })
    add(said.halfPast, { kind: "shift", minutes: 30 })
    add(said.halfTo, { kind: "shift", minutes: -30 })
    add(said.quarterPast, { kind: "shift", minutes: 15 })
    add(said.quarterTo, { kind: "shift", minutes: -15 })
    add(said.quarterBefore, { kind: "shift", minutes: -45 })
    said.numbers
      .split(" ")
      .forEach((number, index) =>
        add(number, { kind: "number", number: index + 1 })
      )
    add(said.minute, { kind: "unit", minutes: 1 })
    add(said.halfHour, { kind: "unit", minutes: 30 })
    add(said.hour, { kind: "unit", minutes: 60, isOfDay: true })
    add(said.hours, { kind: "unit", minutes: 60 })
    add(said.hourAndHalf, { kind: "unit", minutes: 90 })
    add(said.day, { kind: "unit", minutes: DAY })
    add(said.week, { kind: "unit", minutes: 7 * DAY })
    add(said.in, { kind: "in" })
    add(said.at, { kind: "at" })
    add(said.next, { kind: "next" })
    add(said.ofMonth, { kind: "ofMonth" })
    add(said.filler, { kind: "filler" })
    names.push(...namesIn(language))
  }
  meanings.set(OF_MONTH, [{ kind: "ofMonth" }])
  return (word) => [
    ...(meanings.get(word) ?? []),
    ...names
      .filter(({ short, long }) => word === short || isFormOf(word, long))
      .map(({ meaning }) => meaning),
  ]
}

/**
 * In lower case, with plain spaces, without apostrophes and dots of `a.m.`, and
 * with the Russian "полшестого" in two words.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’ʼ`]/g, "")
    .replace(/ё/g, "е")
    .replace(/(^|\s)пол(?=\p{L}+го(\s|$))/gu, "$1пол ")
    .replace(/\b([ap])\.m\b\.?/g, "$1m")
    .replace(/\s+/g, " ")
    .trim()
}

export const DAY = 1_440

/** Before this hour nobody is called, so that "at 3" is in the afternoon. */
export const EARLIEST_HOUR = 8

/** Stands for the ending of a number in every language. */
export const OF_MONTH = "th"

/** In minutes since midnight: people are at work by then, and can plan the day. */
export const MORNING = 600

type Name = { short: string; long: string; meaning: Meaning }

/** 2024 began on a Monday. */
const JANUARY = Date.UTC(2024, 0, 1)

function namesIn(language: string): Name[] {
  const part = (
    options: Intl.DateTimeFormatOptions,
    type: "weekday" | "month",
    at: number
  ) =>
    plain(
      new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" })
        .formatToParts(at)
        .find((found) => found.type === type)?.value ?? ""
    ).replace(/\.$/, "")
  const weekdays = Array.from({ length: 7 }, (_, index): Name => {
    const at = JANUARY + index * 86_400_000
    return {
      short: part({ weekday: "short" }, "weekday", at),
      long: part({ weekday: "long" }, "weekday", at),
      meaning: { kind: "weekday", weekday: index + 1 },
    }
  })
  const months = Array.from({ length: 12 }, (_, index): Name[] => {
    const at = Date.UTC(2024, index, 15)
    const short = part({ day: "numeric", month: "short" }, "month", at)
    const meaning: Meaning = { kind: "month", month: index + 1 }
    return [
      // Slavic months have another form beside a day: листопад, 28 листопада.
      {
        short,
        long: part({ day: "numeric", month: "long" }, "month", at),
        meaning,
      },
      { short, long: part({ month: "long" }, "month", at), meaning },
    ]
  })
  return [...weekdays, ...months.flat()]
}

const FEWEST_LETTERS = 3

/** An abbreviation of the name, or the name with another ending. */
function isFormOf(word: string, name: string): boolean {
  const stem = name.slice(0, -2)
  return (
    word.length >= FEWEST_LETTERS &&
    !word.includes(" ") &&
    (name.startsWith(word) ||
      (stem.length >= FEWEST_LETTERS &&
        word.startsWith(stem) &&
        word.length <= name.length + 1))
  )
}
