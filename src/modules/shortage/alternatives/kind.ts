import type { Description, Word } from "./description"
import { likeness as lettersAlike, remembered } from "./letters"
import type { Statistics } from "./statistics"
import { meansTheSame } from "./synonyms"

/** By letters, or by meaning across languages. */
export function likeness(a: string, b: string): number {
  if (meansTheSame(a, b)) return 0.9
  const alike = lettersAlike(a, b)
  if (alike > 0) return alike
  const one = a.length > LONGEST ? uncompounded(a) : a
  const other = b.length > LONGEST ? uncompounded(b) : b
  if (one === a && other === b) return 0
  // `електровелосипед` is a bicycle, `велосипед`, which begins as a compound does.
  return (
    0.9 *
    Math.max(
      lettersAlike(one, other),
      lettersAlike(one, b),
      lettersAlike(a, other)
    )
  )
}

/** No compound is shorter than four letters and three. */
const LONGEST = 6

/** `велошолом` is a helmet. */
const uncompounded = remembered((stem) =>
  stem.replace(
    /^(?:velo|avto|moto|foto|elektro|benzo|akva|mini)(?=\p{L}{3})/u,
    ""
  )
)

/** Whether two things are of a kind: each from 0 to 1. */
export interface Kinship {
  readonly titles: number
  readonly types: number
  readonly categories: number
  /** Shared traits, the rare ones first; 0 where there are hardly any. */
  readonly traits: number
  /** All of them, weighed. */
  readonly kind: number
}

const KIND_WEIGHTS = {
  titles: 0.55,
  types: 0.25,
  categories: 0.2,
  /** What it adds that all traits are shared. */
  traits: 0.5,
} as const

/** How much a word of each zone tells of what a thing is. */
const ZONES: Readonly<Record<Word["zone"], number>> = {
  head: 1,
  for: 0.7,
  with: 0.35,
  without: 0.5,
}

export function kinshipOf(
  short: Description,
  candidate: Description,
  statistics: Statistics
): Kinship {
  const titles =
    (covered(short, candidate, statistics) +
      covered(candidate, short, statistics)) /
    2
  const types = typeLikeness(short, candidate, statistics)
  const categories = categoryLikeness(short, candidate)
  const traits = traitLikeness(short, candidate, statistics)
  const parts = [
    [KIND_WEIGHTS.titles, titles],
    [KIND_WEIGHTS.types, types],
    [KIND_WEIGHTS.categories, categories],
  ] as const
  const known = parts.flatMap(([weight, value]) =>
    value === null ? [] : [{ weight, value }]
  )
  const weight = known.reduce((sum, part) => sum + part.weight, 0)
  return {
    titles,
    types: types ?? 0,
    categories: categories ?? 0,
    traits,
    kind:
      known.reduce((sum, part) => sum + part.weight * part.value, 0) / weight +
      KIND_WEIGHTS.traits * traits,
  }
}

function traitLikeness(
  short: Description,
  candidate: Description,
  { traitRarity }: Statistics
): number {
  let shared = 0
  let all = 0
  for (const trait of short.traits) {
    const weight = traitRarity(trait)
    all += weight
    if (candidate.traits.has(trait)) shared += weight
  }
  for (const trait of candidate.traits) {
    if (!short.traits.has(trait)) all += traitRarity(trait)
  }
  return shared / (all + 0.5)
}

export function weightOf(
  word: Word,
  { isBrand, isKind, rarity }: Statistics
): number {
  if (isBrand(word.stem)) return 0.05
  const foreign = word.isLatin && !isKind(word.stem) ? 0.4 : 1
  return (
    rarity(word.stem) * ZONES[word.zone] * (isKind(word.stem) ? 2 : 1) * foreign
  )
}

/** The part of one title's words, by weight, that the other's text has. */
function covered(
  one: Description,
  other: Description,
  statistics: Statistics
): number {
  let all = 0
  let found = 0
  const others = compoundsOf(other)
  const own = compoundsOf(one)
  const joined = other.words.flatMap(({ stem }) => own.get(stem) ?? [])
  for (const word of one.words) {
    const weight = weightOf(word, statistics)
    const isJoined = others.has(word.stem) || joined.includes(word)
    all += weight
    found += weight * (isJoined ? 1 : bestIn(word, other))
  }
  return all === 0 ? 0 : found / all
}

/** What two neighbours would be as one word: `smart watch`, `патч-корд`. */
function compoundsOf(description: Description): Compounds {
  const known = COMPOUNDS.get(description)
  if (known) return known
  const { words } = description
  const made = new Map(
    words.slice(1).map((word, at) => {
      const before = words[at] ?? word
      return [before.stem + word.stem, [before, word]]
    })
  )
  COMPOUNDS.set(description, made)
  return made
}

type Compounds = ReadonlyMap<string, readonly Word[]>

const COMPOUNDS = new WeakMap<Description, Compounds>()

function bestIn(word: Word, { words, type, leaf }: Description): number {
  let best = 0
  for (const its of words) {
    const apart =
      (word.zone === "head") !== (its.zone === "head")
        ? 0.5
        : (word.zone === "without") !== (its.zone === "without")
          ? 0
          : 1
    best = Math.max(best, likeness(word.stem, its.stem) * apart)
    if (best === 1) return 1
  }
  for (const its of type) best = Math.max(best, likeness(word.stem, its) * 0.95)
  for (const its of leaf) best = Math.max(best, likeness(word.stem, its) * 0.6)
  return best
}

function typeLikeness(
  short: Description,
  candidate: Description,
  statistics: Statistics
): number | null {
  if (short.type.length > 0 && candidate.type.length > 0) {
    return (
      (among(short.type, candidate.type) + among(candidate.type, short.type)) /
      2
    )
  }
  if (short.type.length === 0 && candidate.type.length === 0) return null
  const [typed, other] =
    short.type.length > 0 ? [short, candidate] : [candidate, short]
  const head = other.words
    .filter(({ zone, stem }) => zone === "head" && !statistics.isBrand(stem))
    .map(({ stem }) => stem)
  return among(typed.type, head)
}

function categoryLikeness(
  short: Description,
  candidate: Description
): number | null {
  if (short.leaf.length === 0 || candidate.leaf.length === 0) return null
  if (isAbove(short, candidate) || isAbove(candidate, short)) return null
  const leaf =
    (among(short.leaf, candidate.leaf) + among(candidate.leaf, short.leaf)) / 2
  const path =
    short.path.length > 0 && candidate.path.length > 0
      ? among(short.path, candidate.path)
      : leaf
  return 0.7 * leaf + 0.3 * path
}

/** Filed in a category above the other's: that says less, and nothing else. */
function isAbove(one: Description, other: Description): boolean {
  return other.path.length > 0 && among(one.leaf, other.path) >= 0.9
}

/** How many of some stems, by likeness, are among others: from 0 to 1. */
export function among(
  some: readonly string[],
  others: readonly string[]
): number {
  if (some.length === 0) return 0
  return (
    some.reduce(
      (sum, one) =>
        sum + Math.max(0, ...others.map((other) => likeness(one, other))),
      0
    ) / some.length
  )
}

/** The shop gives both a type, and they have hardly a word in common. */
export function isOfOtherType(
  short: Description,
  candidate: Description
): boolean {
  return (
    short.type.length > 0 &&
    candidate.type.length > 0 &&
    (among(short.type, candidate.type) + among(candidate.type, short.type)) /
      2 <
      LEAST_OF_TYPE
  )
}

const LEAST_OF_TYPE = 0.5

/**
 * Whether what the shop calls the short thing, or what its title calls it, is
 * said of the candidate too, in any of the languages.
 */
export function isKindNamed(
  short: Description,
  candidate: Description
): boolean {
  if (candidate.type.length > 0) return true
  const names = [...short.type, ...short.phrase.map(({ stem }) => stem)]
  return isHeadedByAny(candidate, names)
}

/** Whether one of these names is among the words that say what it is. */
export function isHeadedByAny(
  { words }: Description,
  names: readonly string[]
): boolean {
  return words.some(
    ({ zone, stem }) =>
      zone === "head" && names.some((name) => likeness(name, stem) >= 0.6)
  )
}

/** What a title or a type calls the thing, by the shop's own words. */
export function headKinds(
  { words, type }: Description,
  statistics: Statistics
): string[] {
  return [
    ...type,
    ...words
      .filter(
        ({ zone, stem }) =>
          zone === "head" &&
          !statistics.isBrand(stem) &&
          statistics.isKind(stem)
      )
      .map(({ stem }) => stem),
  ]
}

/** Of a book or a film, the name is what is sold. */
const TITLED =
  /^(?:bok|novel|roman|film|movi|game|igr|gra|(?:knig|knij|kniz|uqebnik|uchebnik|pidruqnik|bukvar)\p{L}*)$/u

export function isTitled({ type, leaf, path }: Description): boolean {
  // A dartboard among `Игри на закрито` is no game's title.
  return (type.length > 0 ? type : [...leaf, ...path]).some((stem) =>
    TITLED.test(stem)
  )
}
