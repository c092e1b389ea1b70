import type { Meaning, TimeWords } from "./time-words"

const MOST_WORDS = 4

/** The most words from the first on that mean something together. */
export function longestPhrase(
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

/** The meaning of this kind, of several. */
export function find<Kind extends Meaning["kind"]>(
  meanings: readonly Meaning[],
  kind: Kind
): Extract<Meaning, { kind: Kind }> | undefined {
  return meanings.find(
    (meaning): meaning is Extract<Meaning, { kind: Kind }> =>
      meaning.kind === kind
  )
}

/** Whether such a word comes next: "г." after a year, the ending of a day. */
export function skip(
  kind: "filler" | "ofMonth",
  rest: readonly string[],
  words: TimeWords
): number {
  const [next] = rest
  return next !== undefined && find(words(next), kind) ? 1 : 0
}
