import { isRoundMinute } from "./joined-numbers"
import { find, longestPhrase, skip } from "./time-phrases"
import type { After, Piece, TimeToken } from "./time-token"
import { DAY, EARLIEST_HOUR, type Meaning, type TimeWords } from "./time-words"

/** A number and what belongs to it: a time, a date, or a span. */
export function readNumber(
  piece: string,
  rest: readonly string[],
  words: TimeWords,
  after: After
): Piece | null {
  const phrase = longestPhrase(rest, words)
  const [unit, month] = [
    phrase && find(phrase.meanings, "unit"),
    phrase && find(phrase.meanings, "month"),
  ]
  // Russian "в 3 дня" is an hour, and "через 2 дня" are days.
  const isHour = after === "at" && phrase && find(phrase.meanings, "pm")
  const isClock = unit?.minutes === 60 && isDottedTime(piece, after)
  if (/^\d+(\.\d+)?$/.test(piece) && unit && phrase && !isHour && !isClock) {
    return {
      token: spanOf(Number(piece), unit, after),
      length: 1 + phrase.length,
    }
  }
  if (/^\d{1,2}$/.test(piece) && phrase && find(phrase.meanings, "ofMonth")) {
    return dayOfMonth(Number(piece), rest, phrase.length, words)
  }
  if (/^\d{1,2}$/.test(piece) && month && phrase) {
    const length = 1 + phrase.length
    return withYear(month.month, Number(piece), [piece, ...rest], length, words)
  }
  const clock = /^(\d{1,2})([:-])(\d{2})$/.exec(piece)
  const digits = /^(\d{1,2})()(\d{2})?$/.exec(piece)
  const time = clock ?? digits
  if (time && !isDashedDate(piece)) {
    const [hour, minute] = [Number(time[1]), Number(time[3] ?? 0)]
    const isTime =
      hour < 24 &&
      minute < 60 &&
      // "in 5" lacks its unit.
      after !== "in" &&
      (time[2] !== "-" || isRoundMinute(time[3] ?? ""))
    const isBare = time[3] === undefined && !piece.startsWith("0")
    return isTime
      ? {
          token: { kind: "time", minutes: hour * 60 + minute, isBare },
          length: 1 + skipHourWord(rest, words),
        }
      : null
  }
  const iso = /^(\d{4,})([/-])(\d{1,2})\2(\d{1,2})$/.exec(piece)
  if (iso) {
    return date(Number(iso[4]), Number(iso[3]), Number(iso[1]), 1)
  }
  const written = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d+))?$/.exec(piece)
  if (!written) {
    return null
  }
  const [day, other, year] = [written[1], written[3], written[4]].map(Number)
  if (written[4] === undefined && written[2] === ".") {
    return {
      token: {
        kind: "dotted",
        day: day ?? 0,
        month: other ?? 0,
        afterAt: after === "at" || isClock,
      },
      length: 1 + skipHourWord(rest, words),
    }
  }
  return date(
    day ?? 0,
    other ?? 0,
    written[4] === undefined ? null : fullYear(year ?? 0),
    1 + (written[4] === undefined ? 0 : skip("filler", rest, words))
  )
}

export function spanOf(
  count: number,
  { minutes, isOfDay }: Extract<Meaning, { kind: "unit" }>,
  after: After
): TimeToken {
  return {
    kind: "span",
    minutes: count * minutes,
    isDays: minutes >= DAY,
    after,
    isOfDay,
  }
}

/** "10.30 ч." is on the clock; "1.5 h" and "in 10.25 h" are not. */
function isDottedTime(piece: string, after: After): boolean {
  const [, hour, minute] = /^(\d{1,2})\.([0-5]\d)$/.exec(piece) ?? []
  return (
    minute !== undefined &&
    after !== "in" &&
    (after === "at" || Number(hour) >= EARLIEST_HOUR)
  )
}

/** No hour is as late as the day of "28-11". */
const isDashedDate = (piece: string): boolean =>
  /^(2[4-9]|3\d)-\d{1,2}$/.test(piece)

/** "the 28th", "28-го", and "28th of November" with its month and year. */
function dayOfMonth(
  day: number,
  rest: readonly string[],
  ending: number,
  words: TimeWords
): Piece {
  const at = ending + skip("filler", rest.slice(ending), words)
  const next = longestPhrase(rest.slice(at), words)
  const month = next && find(next.meanings, "month")
  return month && next
    ? withYear(month.month, day, ["", ...rest], 1 + at + next.length, words)
    : {
        token: { kind: "date", day, month: null, year: null },
        length: 1 + ending,
      }
}

function date(
  day: number,
  month: number,
  year: number | null,
  length: number
): Piece {
  return { token: { kind: "date", day, month, year }, length }
}

/** `28 Nov`, and `2026` after it if that is a year. */
export function withYear(
  month: number,
  day: number,
  pieces: readonly string[],
  length: number,
  words: TimeWords
): Piece {
  const after = pieces[length]
  return after !== undefined && /^\d{4,}$/.test(after)
    ? date(
        day,
        month,
        Number(after),
        length + 1 + skip("filler", pieces.slice(length + 1), words)
      )
    : date(day, month, null, length)
}

function fullYear(year: number): number {
  return year < 100 ? 2_000 + year : year
}

/** "10:30 h", "в 10:30 ч." */
function skipHourWord(rest: readonly string[], words: TimeWords): number {
  const phrase = longestPhrase(rest, words)
  const unit = phrase && find(phrase.meanings, "unit")
  return phrase && unit?.minutes === 60 ? phrase.length : 0
}
