import { type Description, describe } from "./description"
import { isAccessoryTo, isMainThingOf } from "./kind"
import { isMarkedEqual } from "./marked"
import type { Answers, Candidate, MarkedAttribute, ShortLine } from "./product"
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
  readonly descriptions?: ReadonlyMap<string, Description>
}

export interface Alternative {
  readonly variant_id: string
  /** From 0 to 1; more if earlier customers took it. */
  readonly score: number
  /** How many replace the whole line. */
  readonly units: number
  readonly isPinned: boolean
}

export const MOST = 3
export const THRESHOLD = { score: 0.2 }

export function rankAlternatives(question: Question): Alternative[] {
  return ranked(question)
    .slice(0, MOST)
    .map(({ candidate, score, isPinned }) => ({
      variant_id: candidate.id,
      score: score.score,
      units: score.amount.units,
      isPinned,
    }))
}

interface Ranked {
  readonly candidate: Candidate
  readonly score: Score
  readonly isPinned: boolean
}

export function ranked(question: Question): Ranked[] {
  const { line, candidates, marked, pinned, answers } = question
  const described = (one: Candidate | ShortLine) =>
    question.descriptions?.get(one.id) ?? describe(one)
  const short = described(line)
  const descriptions = new Map(
    candidates.map((one) => [one.id, described(one)])
  )
  const statistics =
    question.statistics ?? statisticsOf([short, ...descriptions.values()])
  return candidates
    .flatMap((candidate) => {
      const description = descriptions.get(candidate.id)
      if (!description || !isAllowed(candidate, question)) return []
      const isPinned = pinned.includes(candidate.id)
      if (
        !marked.every((attribute) =>
          isMarkedEqual(
            attribute,
            short,
            description,
            statistics.valuesOf(attribute)
          )
        )
      ) {
        return []
      }
      if (
        !isPinned &&
        (isAccessoryTo(short, description, statistics) ||
          isMainThingOf(short, description, statistics))
      ) {
        return []
      }
      const score = scoreOf(
        line,
        short,
        candidate,
        description,
        statistics,
        answers.get(candidate.id) ?? { accepted: 0, refused: 0 }
      )
      if (candidate.free_units < score.amount.units) return []
      if (!isPinned && score.score < THRESHOLD.score) return []
      return [{ candidate, score, isPinned }]
    })
    .sort(
      (a, b) =>
        place(pinned, a) - place(pinned, b) ||
        b.score.score - a.score.score ||
        (a.candidate.id < b.candidate.id ? -1 : 1)
    )
}

function place(
  pinned: readonly string[],
  { candidate, isPinned }: Ranked
): number {
  return isPinned ? pinned.indexOf(candidate.id) : pinned.length
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
