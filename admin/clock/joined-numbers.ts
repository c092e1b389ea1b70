import { find } from "./time-phrases"
import type { Meaning, TimeWords } from "./time-words"

/** "10 30" is 10:30, and in "10 h 30" the last are minutes. */
export function withMinutes(
  pieces: readonly string[],
  words: TimeWords
): string[] {
  const is = (kind: Meaning["kind"], piece = "") =>
    words(piece).some((meaning) => meaning.kind === kind)
  const isHourWord = (piece = "") => find(words(piece), "unit")?.minutes === 60
  const joined: string[] = []
  for (const [index, piece] of pieces.entries()) {
    const [before, hours] = [joined.at(-2), joined.at(-1)]
    const next = pieces[index + 1]
    const isMinutes =
      /^[0-5]\d$/.test(piece) &&
      !(is("unit", next) || is("month", next) || is("ofMonth", next))
    if (isMinutes && isHourWord(hours) && /^\d{1,2}$/.test(before ?? "")) {
      joined.push(piece, MINUTES)
    } else if (
      isMinutes &&
      isRoundMinute(piece) &&
      /^(1?\d|2[0-3])$/.test(hours ?? "") &&
      !(is("month", before) && !/^\d{1,2}/.test(joined.at(-3) ?? ""))
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
export const isRoundMinute = (minute: string): boolean =>
  Number(minute) % 5 === 0
