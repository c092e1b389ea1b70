import { withMinutes } from "./joined-numbers"
import { readNumber, spanOf, withYear } from "./number-in-time"
import { find, longestPhrase, skip } from "./time-phrases"
import type { After, Piece, TimeToken } from "./time-token"
import { OF_MONTH, plain, type TimeWords } from "./time-words"

const LONGEST = 100
const PIECE = /\d+(?:[:./-]\d+)*|\p{L}+/gu

/** The ending of a day of the month: "28th", "28-го", "1-ви". */
const ORDINAL =
  /(^|[^\d:./-])(\d{1,2})-?(?:st|nd|rd|th|го|е|ви|ри|ти|ми)(?!\p{L})/gu

/** The parts of a typed time; null if any of it cannot be read. */
export function timeTokens(
  typed: string,
  words: TimeWords
): TimeToken[] | null {
  const text = plain(typed)
    .replace(/(\d)t(?=\d)/g, "$1 ")
    .replace(ORDINAL, `$1$2 ${OF_MONTH} `)
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
