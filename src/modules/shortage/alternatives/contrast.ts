import type { Description } from "./description"
import { likeness } from "./kind"
import type { PhraseWord } from "./phrase"
import type { Statistics } from "./statistics"
import { conceptsOf } from "./vocabulary"

/** What is left where one word stands in the place of another. */
const REPLACED = 0.6
/** What is left where only one of the two has a word more. */
const LOST = 0.8
const WON = 0.9

/**
 * Two titles by one hand that are alike but for a word: `handheld shower head`,
 * `fixed shower head`. The maker tells them apart by that word, so it counts for
 * more than where another maker has chosen other words.
 */
export function contrastFactor(
  short: Description,
  candidate: Description,
  statistics: Statistics
): number {
  const [ones, others] = [short.phrase, candidate.phrase]
  const shared = ones.filter(({ stem }) =>
    others.some((its) => its.stem === stem)
  )
  const isOneHand =
    shared.some(({ stem }) => statistics.isBrand(stem)) ||
    (shared.length > 1 && shared.some(({ stem }) => !statistics.isKind(stem)))
  if (!isOneHand || shared.length * 2 < Math.min(ones.length, others.length)) {
    return 1
  }
  const lost = telling(ones, candidate, statistics)
  const won = telling(others, short, statistics)
  if (lost && won) return REPLACED
  return lost ? LOST : won ? WON : 1
}

/** Whether a phrase has a word that the other text has nothing like. */
function telling(
  phrase: readonly PhraseWord[],
  { words, type, phrase: other }: Description,
  { isBrand }: Statistics
): boolean {
  const stems = [
    ...words.map(({ stem }) => stem),
    ...other.map(({ stem }) => stem),
    ...type,
  ]
  return phrase.some(
    ({ word, stem }) =>
      /^\p{L}{3,}$/u.test(word) &&
      !isBrand(stem) &&
      !stems.some((its) => likeness(its, stem) >= 0.5) &&
      conceptsOf(word.toLowerCase()).length === 0
  )
}
