import { DAY, plain, type Meaning, type TimeWords } from "./time-words"

/** One part of a typed time. */
export type TimeToken =
  | Extract<
      Meaning,
      { kind: "day" | "weekday" | "am" | "pm" | "shift" | "next" }
    >
  | { kind: "date"; day: number; month: number; year: number | null }
  /** `27.11`: a date, or a time. */
  | { kind: "dotted"; day: number; month: number; afterAt: boolean }
  /** Minutes since midnight; `isBare`: only an hour was given. */
  | { kind: "time"; minutes: number; isBare: boolean }
  /** `20 min`, `2 days`. `afterAt`: follows a word such as "at". */
  | { kind: "span"; minutes: number; isDays: boolean; afterAt: boolean }

const LONGEST = 100
const MOST_WORDS = 4
const PIECE = /\d+(?:[:./-]\d+)*|\p{L}+/gu

/** The parts of a typed time; null if any of it cannot be read. */
export function timeTokens(
  typed: string,
  words: TimeWords
): TimeToken[] | null {
  const text = plain(typed)
    .replace(/(\d)t(?=\d)/g, "$1 ")
    .replace(/(\d),(\d+)\s*(?=\p{L})/gu, "$1.$2 ")
  const pieces = (text.match(PIECE) ?? []).map((piece) => {
    const spelled = find(words(piece), "number")
    return spelled ? String(spelled.number) : piece
  })
  const isAllRead = /^[\s.,;()–]*$/.test(text.replace(PIECE, ""))
  if (!isAllRead || text.length > LONGEST) {
    return null
  }
  const tokens: TimeToken[] = []
  let afterAt = false
  for (let at = 0; at < pieces.length;) {
    const read = readPiece(pieces.slice(at), words, afterAt)
    if (!read) {
      return null
    }
    afterAt = read.isAt === true
    tokens.push(...(read.token ? [read.token] : []))
    at += read.length
  }
  return tokens
}

/** What was read, and from how many pieces. */
type Piece = { token: TimeToken | null; length: number; isAt?: boolean }

function readPiece(
  pieces: readonly string[],
  words: TimeWords,
  afterAt: boolean
): Piece | null {
  const first = pieces[0] ?? ""
  return /^\d/.test(first)
    ? readNumber(first, pieces.slice(1), words, afterAt)
    : readWord(pieces, words, afterAt)
}

function readWord(
  pieces: readonly string[],
  words: TimeWords,
  afterAt: boolean
): Piece | null {
  const phrase = longestPhrase(pieces, words)
  if (!phrase) {
    return null
  }
  const { meanings, length } = phrase
  const month = find(meanings, "month")
  const [next] = pieces.slice(length)
  if (month && next !== undefined && /^\d{1,2}$/.test(next)) {
    return withYear(month.month, Number(next), pieces, length + 1, words)
  }
  const meaning = meanings.find(({ kind }) => kind !== "month")
  if (!meaning) {
    return null
  }
  switch (meaning.kind) {
    case "unit":
      // "in an hour" has no number.
      return {
        token: spanOf(1, meaning.minutes, false),
        length,
      }
    case "in":
    case "filler":
      return { token: null, length, isAt: afterAt }
    case "at":
      return { token: null, length, isAt: true }
    case "month":
    case "number":
      return null
    default:
      return { token: meaning, length }
  }
}

function readNumber(
  piece: string,
  rest: readonly string[],
  words: TimeWords,
  afterAt: boolean
): Piece | null {
  const phrase = longestPhrase(rest, words)
  const [unit, month] = [
    phrase && find(phrase.meanings, "unit"),
    phrase && find(phrase.meanings, "month"),
  ]
  // Russian "в 3 дня" is an hour, and "через 2 дня" are days.
  const isHour = afterAt && phrase && find(phrase.meanings, "pm")
  if (/^\d+(\.\d+)?$/.test(piece) && unit && phrase && !isHour) {
    return {
      token: spanOf(Number(piece), unit.minutes, afterAt),
      length: 1 + phrase.length,
    }
  }
  if (/^\d{1,2}$/.test(piece) && month && phrase) {
    const length = 1 + phrase.length
    return withYear(month.month, Number(piece), [piece, ...rest], length, words)
  }
  const clock = /^(\d{1,2})[:-](\d{2})$/.exec(piece)
  const digits = /^(\d{1,2})(\d{2})?$/.exec(piece)
  const time = clock ?? digits
  if (time) {
    const [hour, minute] = [Number(time[1]), Number(time[2] ?? 0)]
    const isTime = hour < 24 && minute < 60
    const isBare = time[2] === undefined && !piece.startsWith("0")
    const after = skipHourWord(rest, words)
    return isTime
      ? {
          token: { kind: "time", minutes: hour * 60 + minute, isBare },
          length: 1 + after,
        }
      : null
  }
  const iso = /^(\d{4,})-(\d{1,2})-(\d{1,2})$/.exec(piece)
  if (iso) {
    return date(Number(iso[3]), Number(iso[2]), Number(iso[1]), 1)
  }
  const written = /^(\d{1,2})([./])(\d{1,2})(?:\2(\d+))?$/.exec(piece)
  if (!written) {
    return null
  }
  const [day, other, year] = [written[1], written[3], written[4]].map(Number)
  if (written[4] === undefined && written[2] === ".") {
    return {
      token: { kind: "dotted", day: day ?? 0, month: other ?? 0, afterAt },
      length: 1 + skipHourWord(rest, words),
    }
  }
  return date(
    day ?? 0,
    other ?? 0,
    written[4] === undefined ? null : fullYear(year ?? 0),
    1 + (written[4] === undefined ? 0 : skipFiller(rest, words))
  )
}

function spanOf(count: number, unit: number, afterAt: boolean): TimeToken {
  const minutes = count * unit
  return { kind: "span", minutes, isDays: unit >= DAY, afterAt }
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
        length + 1 + skipFiller(pieces.slice(length + 1), words)
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

/** The "г." after a year. */
function skipFiller(rest: readonly string[], words: TimeWords): number {
  const [next] = rest
  return next !== undefined && find(words(next), "filler") ? 1 : 0
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
