import { storedUnder } from "./attribute-value"
import { type Description, describe } from "./description"
import { isOfOtherType } from "./kind"
import { markedRule } from "./marked"
import { forModelsAmong } from "./model"
import { isAccessoryTo, isMainThingOf } from "./parts"
import type { Answers, Candidate, MarkedAttribute, ShortLine } from "./product"
import { type Reason, reasonsOf } from "./reasons"
import { type Score, scoreOf } from "./score"
import { type Statistics, statisticsOf } from "./statistics"

export interface Question {
  readonly line: ShortLine
  readonly candidates: readonly Candidate[]
  readonly marked: readonly MarkedAttribute[]
  /** Variants that the shop has pinned to this one, the first first. */
  readonly pinned: readonly string[]
  /** By the candidate's id. */
  readonly answers: ReadonlyMap<string, Answers>
  /** Variants that this customer has refused in place of this one. */
  readonly refused: ReadonlySet<string>
  /** Of the catalogue; of the candidates if it is left out. */
  readonly statistics?: Statistics
  /**
   * What the shop sells that is most like the short thing, free or not: a part is
   * told by the thing whose model it names. The candidates if it is left out.
   */
  readonly sold?: readonly Description[]
  /** Made by `describe`, by variant; what is missing is made. */
  readonly descriptions?: ReadonlyMap<string, Description>
}

export interface Alternative {
  readonly variant_id: string
  /** From 0 to 1; up to twice that if earlier customers took it. */
  readonly score: number
  /** How many replace the whole line. */
  readonly units: number
  readonly reasons: readonly Reason[]
}

/** More than this an agent cannot tell a customer on the phone. */
export const MOST = 3

/** Below this score nothing is offered: none rather than a bad one. */
const THRESHOLD = 0.2

/**
 * The alternatives for a short line, the best first, three at most; none if
 * none is good enough. Pinned ones come first; of the others, each is of another
 * brand as long as there is one. No hard rule is ever broken, also not by a
 * pinned one. The order of the candidates does not matter.
 */
export function rankAlternatives(question: Question): Alternative[] {
  const seen = new Set<string>()
  const judged = inOrder(question, judge(question)).filter(
    ({ score, isPinned }) => isPinned || score.score >= THRESHOLD
  )
  const isOfNewBrand = ({ isPinned, description }: Judged) => {
    const brand = [...description.brand].sort().join(" ")
    const isNew = isPinned || brand === "" || !seen.has(brand)
    seen.add(brand)
    return isNew
  }
  const [first, others] = split(judged, isOfNewBrand)
  return [...first, ...others]
    .slice(0, MOST)
    .map((one) => alternativeOf(question, one))
}

/**
 * Those that are most alike as long as nobody knows their prices, with all the
 * rules that do not depend on one.
 */
export function shortlist(question: Question, most: number): Candidate[] {
  const { line } = question
  const judged = judge({
    ...question,
    candidates: question.candidates.map((one) => ({
      ...one,
      price: line.price,
    })),
  })
  const likeness = ({ score }: Judged) =>
    score.score / (score.factors.price || 1)
  return inOrder(question, judged, likeness)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The candidates that break no rule. */
export function mayBeOffered(question: Question): Candidate[] {
  return judge(question).map(({ candidate }) => candidate)
}

/** Why a candidate would not be offered by itself. */
export type Caution =
  /** A marked attribute is not equal, or not known. */
  | { readonly code: "attribute_differs"; readonly attribute: string }
  /** It only serves the thing that is short. */
  | { readonly code: "accessory" }
  /** The other way round: what is short only serves it. */
  | { readonly code: "main_thing" }
  /** The shop calls it another type of thing. */
  | { readonly code: "other_type" }
  /** This customer has refused it. */
  | { readonly code: "refused_before" }
  /** Fewer units are free than would replace the line. */
  | { readonly code: "too_few" }

/** What somebody has chosen, as it would be offered. */
export type Assessed = Alternative & { readonly cautions: readonly Caution[] }

/**
 * How each of the candidates would replace the line, whatever the rules say of
 * it, in their order: for what a person chooses. Those that are not on sale, or
 * have no price or nothing free, are left out.
 */
export function assess(question: Question): Assessed[] {
  const { refused } = question
  return judge({ ...question, refused: new Set() }, true).map((one) => ({
    ...alternativeOf(question, one),
    cautions: [
      ...one.cautions,
      ...(refused.has(one.candidate.id)
        ? [{ code: "refused_before" } as const]
        : []),
      ...(one.candidate.free_units < one.score.amount.units
        ? [{ code: "too_few" } as const]
        : []),
    ],
  }))
}

/** How good a candidate is, and what speaks against it. */
interface Judged {
  readonly candidate: Candidate
  readonly description: Description
  readonly score: Score
  readonly isPinned: boolean
  readonly cautions: readonly Caution[]
}

/** @param keepsAll - also those that the rules forbid */
function judge(question: Question, keepsAll = false): Judged[] {
  const { line, candidates, pinned, answers } = question
  const described = (one: Candidate | ShortLine) =>
    question.descriptions?.get(one.id) ?? describe(one)
  const short = described(line)
  const statistics =
    question.statistics ??
    statisticsOf([short, ...candidates.map((one) => described(one))])
  const sold = question.sold ?? candidates.map(described)
  const cautionsOf = rulesOf(question.marked, short, sold, statistics)
  return candidates.flatMap((candidate) => {
    if (!isAllowed(candidate, question)) return []
    const isPinned = pinned.includes(candidate.id)
    const description = described(candidate)
    const cautions = cautionsOf(description, isPinned)
    if (cautions.length > 0 && !keepsAll) return []
    const score = scoreOf(
      line,
      short,
      candidate,
      description,
      statistics,
      answers.get(candidate.id) ?? NO_ANSWERS
    )
    return candidate.free_units < score.amount.units && !keepsAll
      ? []
      : [{ candidate, description, score, isPinned, cautions }]
  })
}

type Rules = (candidate: Description, isPinned: boolean) => readonly Caution[]

/** A question is asked again with other prices, which no rule depends on. */
const KNOWN = new WeakMap<
  readonly Description[],
  { of: readonly unknown[]; rules: Rules }
>()

function rulesOf(
  marked: readonly MarkedAttribute[],
  short: Description,
  sold: readonly Description[],
  statistics: Statistics
): Rules {
  const of = [marked, short, statistics]
  const known = KNOWN.get(sold)
  if (known?.of.every((one, at) => one === of[at])) return known.rules
  const cautionsOf = rulesFor(marked, short, sold, statistics)
  const unpinned = new Map<Description, readonly Caution[]>()
  const rules: Rules = (candidate, isPinned) => {
    const its =
      (isPinned ? undefined : unpinned.get(candidate)) ??
      cautionsOf(candidate, isPinned)
    if (!isPinned) unpinned.set(candidate, its)
    return its
  }
  KNOWN.set(sold, { of, rules })
  return rules
}

/** The rules that a description alone can break. */
function rulesFor(
  marked: readonly MarkedAttribute[],
  short: Description,
  sold: readonly Description[],
  statistics: Statistics
): Rules {
  const kin = marked.length > 0 ? sold.filter((one) => isKin(short, one)) : []
  const rules = marked.map((attribute) => {
    const stored = storedUnder(attribute)
    return {
      attribute: attribute.name,
      isMet: markedRule(attribute, short, statistics.valuesOf(attribute), [
        ...new Set(kin.flatMap((one) => stored(one) ?? [])),
      ]),
    }
  })
  const known = new Map<Description, boolean>()
  const isAccessory = (one: Description) => {
    const is = known.get(one) ?? isAccessoryTo(short, one, statistics)
    known.set(one, is)
    return is
  }
  const isForModel = forModelsAmong(short, sold, isAccessory, statistics)
  return (candidate, isPinned) => [
    ...rules.flatMap(({ attribute, isMet }) =>
      isMet(candidate)
        ? []
        : [{ code: "attribute_differs", attribute } as const]
    ),
    ...(isAccessory(candidate) || isForModel(candidate)
      ? [{ code: "accessory" } as const]
      : !isPinned && isMainThingOf(short, candidate, statistics)
        ? [{ code: "main_thing" } as const]
        : []),
    ...(!isPinned && isOfOtherType(short, candidate)
      ? [{ code: "other_type" } as const]
      : []),
  ]
}

/** The shop calls both the same, or keeps them in one category. */
function isKin(short: Description, { type, leaf }: Description): boolean {
  return (
    (type.length > 0 && type.join() === short.type.join()) ||
    (leaf.length > 0 && leaf.join() === short.leaf.join())
  )
}

const NO_ANSWERS: Answers = { accepted: 0, refused: 0 }

function isAllowed(candidate: Candidate, { line, refused }: Question): boolean {
  return (
    candidate.id !== line.id &&
    candidate.is_published &&
    candidate.in_sales_channel &&
    candidate.price !== null &&
    candidate.free_units > 0 &&
    !refused.has(candidate.id)
  )
}

/** The pinned ones as the shop has ordered them, then the best. */
function inOrder(
  { pinned }: Question,
  judged: readonly Judged[],
  goodness = ({ score }: Judged) => score.score
): Judged[] {
  const place = ({ candidate }: Judged) =>
    pinned.includes(candidate.id) ? pinned.indexOf(candidate.id) : pinned.length
  return [...judged].sort(
    (a, b) =>
      place(a) - place(b) ||
      goodness(b) - goodness(a) ||
      (a.candidate.id < b.candidate.id ? -1 : 1)
  )
}

function split<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean
): [Item[], Item[]] {
  const first: Item[] = []
  const others: Item[] = []
  for (const item of items) (isFirst(item) ? first : others).push(item)
  return [first, others]
}

function alternativeOf(
  { line, answers, descriptions }: Question,
  { candidate, description, score, isPinned }: Judged
): Alternative {
  return {
    variant_id: candidate.id,
    score: score.score,
    units: score.amount.units,
    reasons: reasonsOf(
      line,
      descriptions?.get(line.id) ?? describe(line),
      candidate,
      description,
      score,
      answers.get(candidate.id) ?? NO_ANSWERS,
      isPinned
    ),
  }
}
