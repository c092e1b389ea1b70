import { between } from "./between"
import { contrastFactor } from "./contrast"
import type { Description } from "./description"
import { isKindNamed, isTitled, type Kinship, kinshipOf } from "./kind"
import { likeness } from "./letters"
import type { Answers, Candidate, ShortLine } from "./product"
import type { Statistics } from "./statistics"
import { countFactor, quantityFactor, sizeFactor } from "./strength"
import { meansTheSame } from "./synonyms"
import { type Amount, amountOf } from "./units"
import { type ConceptGroup, isSubstance } from "./vocabulary"

export interface Score {
  readonly score: number
  readonly amount: Amount
  readonly kinship: Kinship
  /** The price of the line offered to that of the line ordered. */
  readonly priceRatio: number
  readonly factors: Readonly<Record<string, number>>
}

const WEIGHTS = {
  /** What a concept that differs leaves of the score. */
  concepts: {
    colour: 0.85,
    material: 0.6,
    audience: 0.1,
    animal: 0.05,
    stage: 0.3,
    scale: 0.5,
    tier: 0.7,
    season: 0.4,
    light: 0.55,
    daytime: 0.5,
    form: 0.35,
    powered: 0.5,
    side: 0.1,
    link: 0.2,
  } satisfies Record<ConceptGroup, number>,
  /** What one that only one of the two names leaves. */
  unsaid: {
    colour: 0.97,
    material: 0.88,
    audience: 0.75,
    animal: 0.7,
    stage: 0.85,
    scale: 0.95,
    tier: 0.7,
    season: 0.85,
    light: 0.9,
    daytime: 0.75,
    form: 0.8,
    powered: 0.9,
    side: 0.85,
    link: 0.9,
  } satisfies Record<ConceptGroup, number>,
  /** Types that have nothing, or half of their words in common. */
  type: 0.4,
  halfType: 0.5,
  /** The shop's word for the kind is not in it at all. */
  unnamed: 0.5,
  option: 0.7,
  purpose: 0.55,
  /** Part of it is the same: `for an alto saxophone`, `for a tenor saxophone`. */
  otherPurpose: 0.6,
  /** A colour near the one ordered, and one that is not for everybody. */
  near: 0.95,
  loud: 0.65,
  code: 0.6,
  /** The customer's is free of what this one has; and the other way round. */
  without: 0.2,
  lacking: 0.35,
  otherWithout: 0.8,
  /** Answers that count as one half before there are any. */
  prior: 4,
} as const

/** Who these are made for needs just that. */
const SPECIAL: Readonly<Record<string, number>> = {
  young: 0.3,
  children: 0.4,
  old: 0.5,
}

/** How good a candidate is, from 0 to 1, if the hard rules allow it. */
export function scoreOf(
  line: ShortLine,
  short: Description,
  candidate: Candidate,
  description: Description,
  statistics: Statistics,
  answers: Answers
): Score {
  const price = candidate.price ?? 0
  const amount = amountOf(short, description, line.quantity, {
    short: line.price,
    candidate: price,
  })
  const kinship = kinshipOf(short, description, statistics)
  const priceRatio = (amount.units * price) / (line.quantity * line.price)
  const factors = {
    kind: kindFactor(kinship),
    types: typeFactor(short, description, kinship),
    named:
      isTitled(short) || isKindNamed(short, description) ? 1 : WEIGHTS.unnamed,
    names: nameFactor(short, description, statistics),
    contrast: contrastFactor(short, description, statistics),
    purposes: purposeFactor(short, description),
    options: optionFactor(short, description),
    price: priceFactor(priceRatio, amount.ratio),
    amount: amountFactor(amount.ratio),
    concepts: conceptFactor(short, description),
    quantities: quantityFactor(short, description),
    counts: countFactor(short, description),
    sizes: sizeFactor(short.sizes, description.sizes),
    codes: codeFactor(short.codes, description.codes, statistics),
    without: withoutFactor(short, description),
    learned:
      (2 * (answers.accepted + WEIGHTS.prior / 2)) /
      (answers.accepted + answers.refused + WEIGHTS.prior),
  }
  return {
    score: Object.values(factors).reduce(
      (product, factor) => product * factor,
      1
    ),
    amount,
    kinship,
    priceRatio,
    factors,
  }
}

function kindFactor({ kind }: Kinship): number {
  return between(kind, [
    [0.15, 0],
    [0.3, 0.3],
    [0.5, 0.65],
    [0.8, 0.92],
    [1, 1],
  ])
}

/** Two types that differ say more than a title. */
function typeFactor(
  short: Description,
  candidate: Description,
  { types }: Kinship
): number {
  if (short.type.length === 0 || candidate.type.length === 0) return 1
  return between(types, [
    [0, WEIGHTS.type],
    [0.5, WEIGHTS.halfType],
    [0.85, 1],
  ])
}

function nameFactor(
  short: Description,
  candidate: Description,
  { isKind }: Statistics
): number {
  if (!isTitled(short)) return 1
  const names = short.words.filter(
    ({ zone, stem }) => zone !== "with" && !isKind(stem)
  )
  if (names.length === 0) return 1
  const shared = names.filter(({ stem }) =>
    candidate.words.some((word) => likeness(word.stem, stem) >= 0.75)
  )
  return between(shared.length / names.length, [
    [0.5, 0.1],
    [0.6, 1],
  ])
}

/** `для раковины Aquel Uno`: the make that follows is no purpose. */
function purposesOf({ words }: Description): string[] {
  const named = words.filter(({ zone }) => zone === "for")
  const [first] = named
  const end = named.findIndex(({ isLatin }) => isLatin !== first?.isLatin)
  return named
    .slice(0, end === -1 ? PURPOSE : Math.min(end, PURPOSE))
    .map(({ stem }) => stem)
}

/** `for dry hair`: more words than these tell other things. */
const PURPOSE = 2

/** Both say what they are for, and it is not the same. */
function purposeFactor(short: Description, candidate: Description): number {
  const ones = purposesOf(short)
  const others = purposesOf(candidate)
  if (ones.length === 0 || others.length === 0) return 1
  const isIn =
    ({ words }: Description) =>
    (one: string) =>
      words.some(
        ({ stem }) => meansTheSame(one, stem) || likeness(one, stem) >= 0.5
      )
  if (!ones.some(isIn(candidate))) return WEIGHTS.purpose
  return ones.every(isIn(candidate)) || others.every(isIn(short))
    ? 1
    : WEIGHTS.otherPurpose
}

/** What was chosen, but for the colour and the amount, is in the other too. */
function optionFactor(short: Description, candidate: Description): number {
  if (short.chosen.length === 0) return 1
  const stems = candidate.words.map(({ stem }) => stem)
  const shared = short.chosen.filter((one) =>
    stems.some((stem) => meansTheSame(one, stem) || likeness(one, stem) >= 0.65)
  )
  return (
    WEIGHTS.option +
    (1 - WEIGHTS.option) * (shared.length / short.chosen.length)
  )
}

/** The same within 15 %; beyond 60 % dearer or at half the price, hardly. */
function priceFactor(ratio: number, amountRatio: number | null): number {
  const explained =
    amountRatio !== null && (amountRatio - 1) * (ratio - 1) > 0
      ? ratio / amountRatio
      : ratio
  const log = Math.log(
    Math.abs(Math.log(explained)) < Math.abs(Math.log(ratio))
      ? explained
      : ratio
  )
  return between(log, [
    [Math.log(0.3), 0.02],
    [Math.log(0.5), 0.18],
    [Math.log(0.62), 0.6],
    [Math.log(0.85), 0.95],
    [0, 1],
    [Math.log(1.15), 0.95],
    [Math.log(1.32), 0.6],
    [Math.log(1.6), 0.3],
    [Math.log(2), 0.02],
  ])
}

/** Within a tenth the same; less is worse than more. */
function amountFactor(ratio: number | null): number {
  if (ratio === null) return 0.9
  return between(Math.log(ratio), [
    [Math.log(0.3), 0.02],
    [Math.log(0.5), 0.3],
    [Math.log(0.75), 0.66],
    [Math.log(0.9), 1],
    [Math.log(1.12), 1],
    [Math.log(1.35), 0.7],
    [Math.log(2), 0.35],
    [Math.log(3), 0.05],
  ])
}

function conceptFactor(short: Description, candidate: Description): number {
  let factor = 1
  const isForTheSame = haveOneRange(short, candidate)
  for (const group of Object.keys(WEIGHTS.concepts) as ConceptGroup[]) {
    if (group === "audience" && isForTheSame) continue
    const one = short.concepts.get(group)
    const other = candidate.concepts.get(group)
    if (!one && !other) continue
    if (!one || !other) {
      const said = one ?? other
      factor *= Math.min(
        WEIGHTS.unsaid[group],
        ...[...(said ?? [])].map((meaning) => SPECIAL[meaning] ?? 1)
      )
    } else if (![...one].some((meaning) => other.has(meaning))) {
      factor *=
        group === "colour" ? colourFactor(one, other) : WEIGHTS.concepts[group]
    } else if (one.size !== other.size) {
      factor *= (1 + WEIGHTS.unsaid[group]) / 2
    }
  }
  return factor
}

/** `15-36 kg`: whom it fits, and no word such as `Junior` says it better. */
function haveOneRange(short: Description, candidate: Description): boolean {
  return short.quantities.some(
    ({ dimension, value, to }) =>
      to !== undefined &&
      candidate.quantities.some(
        (its) =>
          its.dimension === dimension && its.value === value && its.to === to
      )
  )
}

const DARK = new Set(["black", "grey", "charcoal", "blue", "navy", "brown"])
const LOUD = new Set(["orange", "yellow", "pink", "purple", "red", "green"])

function colourFactor(
  ones: ReadonlySet<string>,
  others: ReadonlySet<string>
): number {
  const all = [...ones, ...others]
  if (all.every((colour) => DARK.has(colour))) return WEIGHTS.near
  const isLoud = all.some((colour) => LOUD.has(colour))
  return isLoud ? WEIGHTS.loud : WEIGHTS.concepts.colour
}

/** `E27` against `E14`; but what no other product has is a model's number. */
function codeFactor(
  ones: readonly string[],
  others: readonly string[],
  { traitRarity }: Statistics
): number {
  const letters = (code: string) => code.replace(/\d.*/, "")
  const differs = ones.some(
    (one) =>
      traitRarity(one) < 1 &&
      !others.includes(one) &&
      others.some((other) => letters(other) === letters(one)) &&
      !ones.some((its) => others.includes(its) && letters(its) === letters(one))
  )
  return differs ? WEIGHTS.code : 1
}

function withoutFactor(short: Description, candidate: Description): number {
  const a = short.without
  const b = candidate.without
  const isAmong = (stem: string, others: readonly string[]) =>
    others.some((its) => meansTheSame(stem, its) || likeness(stem, its) > 0.6)
  const lost = a.filter((stem) => !isAmong(stem, b))
  const won = b.filter((stem) => !isAmong(stem, a))
  if (lost.some((stem) => isSubstance(stem))) return WEIGHTS.without
  const isLacking = won.some((stem) =>
    isAmong(
      stem,
      short.words.flatMap((its) => (its.zone === "without" ? [] : its.stem))
    )
  )
  if (isLacking || won.some((stem) => isSubstance(stem))) {
    return WEIGHTS.lacking
  }
  return lost.length > 0 || won.length > 0 ? WEIGHTS.otherWithout : 1
}
