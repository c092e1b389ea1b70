import { type Description, describe } from "./description"
import { isAccessoryTo, isMainThingOf } from "./kind"
import { markedRule } from "./marked"
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
export const THRESHOLD = { score: 0.2 }

/**
 * The alternatives for a short line, the best first, three at most; none if
 * none is good enough. Pinned ones come first. No hard rule is ever broken, also
 * not by a pinned one. The order of the candidates does not matter.
 */
export function rankAlternatives(question: Question): Alternative[] {
  return ranked(question).slice(0, MOST)
}

/** All that may be offered, the best first. */
export function ranked(question: Question): Alternative[] {
  const { line, candidates, pinned } = question
  const described = (one: Candidate | ShortLine) =>
    question.descriptions?.get(one.id) ?? describe(one)
  const short = described(line)
  const allowed = candidates
    .filter((candidate) => isAllowed(candidate, question))
    .map((candidate) => ({ candidate, description: described(candidate) }))
  const statistics =
    question.statistics ??
    statisticsOf([short, ...candidates.map((one) => described(one))])
  const rules = question.marked.map((attribute) =>
    markedRule(attribute, short, statistics.valuesOf(attribute))
  )
  const place = ({ variant_id }: Alternative) =>
    pinned.includes(variant_id) ? pinned.indexOf(variant_id) : pinned.length
  return allowed
    .flatMap(
      ({ candidate, description }) =>
        alternativeOf(
          question,
          rules,
          short,
          candidate,
          description,
          statistics
        ) ?? []
    )
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        b.score - a.score ||
        (a.variant_id < b.variant_id ? -1 : 1)
    )
}

function alternativeOf(
  { line, pinned, answers }: Question,
  rules: readonly ((candidate: Description) => boolean)[],
  short: Description,
  candidate: Candidate,
  description: Description,
  statistics: Statistics
): Alternative | null {
  if (!rules.every((isMet) => isMet(description))) return null
  const isPinned = pinned.includes(candidate.id)
  if (
    isAccessoryTo(short, description, statistics) ||
    (!isPinned && isMainThingOf(short, description, statistics))
  ) {
    return null
  }
  const given = answers.get(candidate.id) ?? { accepted: 0, refused: 0 }
  const score: Score = scoreOf(
    line,
    short,
    candidate,
    description,
    statistics,
    given
  )
  if (candidate.free_units < score.amount.units) return null
  if (!isPinned && score.score < THRESHOLD.score) return null
  return {
    variant_id: candidate.id,
    score: score.score,
    units: score.amount.units,
    reasons: reasonsOf(
      line,
      short,
      candidate,
      description,
      score,
      given,
      isPinned
    ),
  }
}

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
