import type { Description } from "./description"
import type { Answers, Candidate, ShortLine } from "./product"
import type { Dimension } from "./quantities"
import type { Score } from "./score"
import { contentOf } from "./units"
import type { ConceptGroup } from "./vocabulary"

/** Why a variant is offered, for the desk to put into words. */
export type Reason =
  | { readonly code: "pinned" }
  /** The shop's own texts call both the same kind of thing. */
  | { readonly code: "same_type"; readonly type: string }
  /** In the base unit of the dimension: l, g, mm, W, V, … */
  | {
      readonly code: "same_quantity"
      readonly dimension: Dimension
      readonly value: number
    }
  | {
      readonly code: "same_trait"
      readonly trait: ConceptGroup
      readonly value: string
    }
  | { readonly code: "other_units"; readonly units: number }
  /** For the whole line, in the order's currency; negative is cheaper. */
  | { readonly code: "price_difference"; readonly amount: number }
  | { readonly code: "in_stock"; readonly units: number }
  | {
      readonly code: "taken_before"
      readonly accepted: number
      readonly asked: number
    }

/** What a customer asks about first. */
const TOLD: readonly ConceptGroup[] = [
  "material",
  "colour",
  "audience",
  "animal",
]

const MEASURED: readonly Dimension[] = ["power", "voltage", "dose", "length"]

/** The reasons for one alternative, those that matter most first. */
export function reasonsOf(
  line: ShortLine,
  short: Description,
  candidate: Candidate,
  description: Description,
  { amount, kinship }: Score,
  answers: Answers,
  isPinned: boolean
): Reason[] {
  const reasons: Reason[] = []
  if (isPinned) reasons.push({ code: "pinned" })
  if (candidate.type !== null && kinship.types >= 0.85) {
    reasons.push({ code: "same_type", type: candidate.type })
  }
  reasons.push(...sameQuantities(short, description))
  for (const trait of TOLD) {
    const other = description.concepts.get(trait)
    for (const value of short.concepts.get(trait) ?? []) {
      if (other?.has(value)) reasons.push({ code: "same_trait", trait, value })
    }
  }
  if (amount.units !== line.quantity) {
    reasons.push({ code: "other_units", units: amount.units })
  }
  const difference =
    amount.units * (candidate.price ?? 0) - line.quantity * line.price
  reasons.push({
    code: "price_difference",
    amount: Math.round(difference * 1000) / 1000,
  })
  reasons.push({ code: "in_stock", units: candidate.free_units })
  if (answers.accepted > 0) {
    reasons.push({
      code: "taken_before",
      accepted: answers.accepted,
      asked: answers.accepted + answers.refused,
    })
  }
  return reasons
}

function sameQuantities(short: Description, other: Description): Reason[] {
  const ours = contentOf(short)
  const theirs = contentOf(other)
  const contents = (["volume", "mass"] as const).flatMap((dimension) => {
    const value = ours.get(dimension)
    return value !== undefined && isSame(value, theirs.get(dimension))
      ? [{ code: "same_quantity", dimension, value } satisfies Reason]
      : []
  })
  const measures = MEASURED.flatMap((dimension) => {
    const value = valueOf(short, dimension)
    return value !== undefined && isSame(value, valueOf(other, dimension))
      ? [{ code: "same_quantity", dimension, value } satisfies Reason]
      : []
  })
  return [...contents, ...measures]
}

function valueOf(one: Description, dimension: Dimension): number | undefined {
  const found = one.quantities.find((its) => its.dimension === dimension)
  return found?.to === undefined ? found?.value : undefined
}

function isSame(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.min(a, b) >= Math.max(a, b) * 0.98
}
