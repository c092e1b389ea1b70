import type { Description } from "./description"
import { haveOtherMakes } from "./head-noun"
import { likeness } from "./kind"
import { phraseOf, type PhraseWord } from "./phrase"
import type { Statistics } from "./statistics"
import { conceptsOf, FOR, WITH, isWithout } from "./vocabulary"
import { plain, remembered } from "./letters"

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
  const [ones, others] = [
    namesIn(short.variant.title),
    namesIn(candidate.variant.title),
  ]
  const shared = ones.filter(({ stem }) =>
    others.some((its) => its.stem === stem)
  )
  const isOneHand =
    shared.some(({ stem }) => statistics.isBrand(stem)) ||
    (shared.length > 1 &&
      shared.some(({ stem }) => !statistics.isKind(stem)) &&
      !haveOtherMakes(short, candidate))
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
  { words, type, variant }: Description,
  { isBrand }: Statistics
): boolean {
  const stems = [
    ...words.map(({ stem }) => stem),
    ...namesIn(variant.title).map(({ stem }) => stem),
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

/** The words that begin a title, also those after `for`: `fertilizer for roses Bloom`. */
const namesIn = remembered((title) =>
  phraseOf(title, (word) => WITH.has(word) || isWithout(word)).filter(
    ({ word }) => !FOR.has(plain(word))
  )
)
