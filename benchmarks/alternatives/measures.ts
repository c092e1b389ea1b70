import { brokenRules, type Offered } from "./inconsistencies"
import type { LabelledSet, ShortItem } from "./labelled-set"

/** So many units of a variant, put to the customer. */
export interface Proposal {
  readonly variant: string
  /** Null where the contender does not say; then the line's quantity. */
  readonly units: number | null
}

/** How one contender did on one short item. */
export interface Outcome {
  readonly item: ShortItem
  readonly ndcg: number
  readonly hit: number
  readonly leaks: number
  readonly violations: number
  readonly wrongUnits: number
  /** Answered where nothing is right. */
  readonly needless: number
  /** Not answered where something is right. */
  readonly missed: number
}

export const SHOWN = 3

/**
 * How good at most three proposals are, by the item's grades; what is not
 * graded is worth 0.
 *
 * nDCG takes 2^grade − 1 as the gain. Where nothing is right, no answer counts
 * as 1 and any answer as 0, for nDCG and for the hit alike, so that a contender
 * that always answers loses those items. A proposal with another number of
 * units than the graded one is worth 0; a contender that names no units is given
 * the right ones.
 */
export function outcomeOf(
  item: ShortItem,
  proposals: readonly Proposal[],
  set: LabelledSet,
  variants: ReadonlyMap<string, Offered>
): Outcome {
  const grades = new Map(item.grades.map((grade) => [grade.variant, grade]))
  const shown = proposals.slice(0, SHOWN)
  const rightUnits = (variant: string) =>
    grades.get(variant)?.units ?? item.quantity
  const isRight = ({ variant, units }: Proposal) =>
    units === null || units === rightUnits(variant)
  const gained = shown.map((proposal) =>
    isRight(proposal) ? (grades.get(proposal.variant)?.grade ?? 0) : 0
  )
  const best = item.grades.map(({ grade }) => grade).sort((a, b) => b - a)
  const isAnswerable = (best[0] ?? 0) > 0
  const refusal = shown.length === 0 ? 1 : 0
  const out = variants.get(item.out)
  const isOfAccessory = !!out && set.accessories.has(out.product.id)
  return {
    item,
    ndcg: isAnswerable ? gainOf(gained) / gainOf(best) : refusal,
    hit: isAnswerable ? Number(gained.some((grade) => grade > 0)) : refusal,
    leaks: shown.filter(
      ({ variant }) =>
        !isOfAccessory &&
        set.accessories.has(variants.get(variant)?.product.id ?? "")
    ).length,
    violations: shown.filter(({ variant, units }) => {
      const offered = variants.get(variant)
      return (
        !offered ||
        variant === item.out ||
        // Whether the stock is enough depends on the units that are proposed.
        item.marked.includes(grades.get(variant)?.violates ?? "") ||
        brokenRules(item, offered, units ?? rightUnits(variant)).length > 0
      )
    }).length,
    wrongUnits: shown.filter(
      (proposal) =>
        !isRight(proposal) && (grades.get(proposal.variant)?.grade ?? 0) > 0
    ).length,
    needless: isAnswerable ? 0 : 1 - refusal,
    missed: isAnswerable ? refusal : 0,
  }
}

function gainOf(grades: readonly number[]): number {
  return grades
    .slice(0, SHOWN)
    .reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

export function meanOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length
}
