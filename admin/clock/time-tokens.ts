import {
  DAY,
  EARLIEST_HOUR,
  OF_MONTH,
  plain,
  type Meaning,
  type TimeWords,
} from "./time-words"

/** One part of a typed time. */
export type TimeToken =
  | Extract<
      Meaning,
      { kind: "day" | "weekday" | "am" | "pm" | "shift" | "next" }
    >
  /** `month` is null for the next such day: "the 28th". */
  | { kind: "date"; day: number; month: number | null; year: number | null }
  /** `27.11`: a date, or a time. */
  | { kind: "dotted"; day: number; month: number; afterAt: boolean }
  /** Minutes since midnight; `isBare`: only an hour was given. */
  | { kind: "time"; minutes: number; isBare: boolean }
  /** `20 min`, `2 days`. `after`: follows a word such as "at" or "in". */
  | {
      kind: "span"
      minutes: number
      isDays: boolean
      after: After
      isOfDay?: true
    }

/** What kind of word a number follows; Bulgarian "след" is `in_or_at`. */
type After = "at" | "in" | "in_or_at" | null

const LONGEST = 100
const MOST_WORDS = 4
const PIECE = /\d+(?:[:./-]\d+)*|\p{L}+/gu

/** The ending of a day of the month: "28th", "28-го", "1-ви". */
const ORDINAL =
  /(?<=(?:^|[^\d:./-])\d{1,2})-?(?:st|nd|rd|th|го|е|ви|ри|ти|ми)(?!\p{L})/gu

/** The parts of a typed time; null if any of it cannot be read. */
export function timeTokens(
  typed: string,
  words: TimeWords
): TimeToken[] | null {
  const text = plain(typed)
    .replace(/(\d)t(?=\d)/g, "$1 ")
    .replace(ORDINAL, ` ${OF_MONTH} `)
    .replace(/(\d),(\d+)\s*(?=\p{L})/gu, "$1.$2 ")
  const pieces = withMinutes(
    (text.match(PIECE) ?? []).map((piece) => {
      const spelled = find(words(piece), "number")
      return spelled ? String(spelled.number) : piece
    }),
    words
  )
  const isAllRead = /^[\s.,;()–]*$/.test(text.replace(PIECE, ""))
  if (!isAllRead || text.length > LONGEST) {
    return null
  }
  const tokens: TimeToken[] = []
  let after: After = null
  for (let at = 0; at < pieces.length;) {
    const read = readPiece(pieces.slice(at), words, after)
    if (!read) {
      return null
    }
    after = read.after ?? null
    tokens.push(...(read.token ? [read.token] : []))
    at += read.length
  }
  return tokens
}

/** What was read, and from how many pieces. */
type Piece = { token: TimeToken | null; length: number; after?: After }

/** "10 30" is 10:30, and in "10 h 30" the last are minutes. */
function withMinutes(pieces: readonly string[], words: TimeWords): string[] {
  const is = (kind: Meaning["kind"], piece = "") =>
    words(piece).some((meaning) => meaning.kind === kind)
  const isHourWord = (piece = "") => find(words(piece), "unit")?.minutes === 60
  const joined: string[] = []
  for (const [index, piece] of pieces.entries()) {
    const [before, hours] = [joined.at(-2), joined.at(-1)]
    const next = pieces[index + 1]
    const isMinutes =
      /^[0-5]\d$/.test(piece) &&
      !["unit", "month", "ofMonth"].some((kind) =>
        is(kind as Meaning["kind"], next)
      )
    if (isMinutes && isHourWord(hours) && /^\d{1,2}$/.test(before ?? "")) {
      joined.push(piece, MINUTES)
    } else if (
      isMinutes &&
      isRoundMinute(piece) &&
      /^(1?\d|2[0-3])$/.test(hours ?? "") &&
      !is("month", before)
    ) {
      joined.splice(-1, 1, `${hours}:${piece}`)
    } else {
      joined.push(piece)
    }
  }
  return joined
}

/** A word that is read in every language. */
const MINUTES = "min"

/** "10-30" is a time, and "10-12" are the hours between. */
const isRoundMinute = (minute: string): boolean => Number(minute) % 5 === 0

function readPiece(
  pieces: readonly string[],
  words: TimeWords,
  after: After
): Piece | null {
  const first = pieces[0] ?? ""
  return /^\d/.test(first)
    ? readNumber(first, pieces.slice(1), words, after)
    : readWord(pieces, words, after)
}

function readWord(
  pieces: readonly string[],
  words: TimeWords,
  after: After
): Piece | null {
  const phrase = longestPhrase(pieces, words)
  if (!phrase) {
    return null
  }
  const { meanings, length } = phrase
  const month = find(meanings, "month")
  const [next] = pieces.slice(length)
  if (month && next !== undefined && /^\d{1,2}$/.test(next)) {
    const day = length + 1
    return withYear(
      month.month,
      Number(next),
      pieces,
      day + skip("ofMonth", pieces.slice(day), words),
      words
    )
  }
  const meaning = meanings.find(({ kind }) => kind !== "month")
  if (!meaning) {
    return null
  }
  switch (meaning.kind) {
    case "unit":
      // "in an hour" has no number.
      return {
        token: spanOf(1, meaning, null),
        length,
      }
    case "in":
      // Bulgarian "след 18" is after six, and "след 2 часа" in two hours.
      return {
        token: null,
        length,
        after: find(meanings, "at") ? "in_or_at" : "in",
      }
    case "filler":
      return { token: null, length, after }
    case "at":
      return { token: null, length, after: "at" }
    case "month":
    case "number":
    case "ofMonth":
      return null
    default:
      return { token: meaning, length }
  }
}

function readNumber(
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

function spanOf(
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
function withYear(
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

/** The "г." after a year, the ending of a day. */
function skip(
  kind: "filler" | "ofMonth",
  rest: readonly string[],
  words: TimeWords
): number {
  const [next] = rest
  return next !== undefined && find(words(next), kind) ? 1 : 0
}

function longestPhrase(
  pieces: readonly string[],
  words: TimeWords
): { meanings: readonly Meaning[]; length: number } | null {
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const meanings = words(pieces.slice(0, length).join(" "))
    if (length <= pieces.length && meanings.length > 0) {
      return { meanings, length }
    }
  }
  return null
}

function find<Kind extends Meaning["kind"]>(
  meanings: readonly Meaning[],
  kind: Kind
): Extract<Meaning, { kind: Kind }> | undefined {
  return meanings.find(
    (meaning): meaning is Extract<Meaning, { kind: Kind }> =>
      meaning.kind === kind
  )
}
