import type {
  Answers,
  Assessed,
  Caution,
  Reason,
} from "../../../modules/shortage"
import { amountOf } from "../../../shop/amounts"
import type { LineToReplace } from "../../../shop/line-to-replace"
import type { Offerable } from "./offerable"
import type { Asked } from "./question"

/** A variant that may be offered in place of the units that are short. */
export type OfferedAlternative = {
  variant_id: string
  product_id: string
  title: string
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  /** How many replace the units that are short. */
  units: number
  /** As a line of the order would have it, in major units. */
  unit_price: number
  /** Whether tax is in `unit_price`. */
  is_tax_inclusive: boolean
  /** For all units, tax included. */
  total: number
  /**
   * `total`, less what the customer pays for the units that are short; negative
   * if it is cheaper.
   */
  price_difference: number
  /** At `location_id`; null if the shop does not count its stock. */
  free_units: number | null
  location_id: string | null
  reasons: Reason[]
  score: number
  /** Why it would not be offered by itself; empty unless a person sought it. */
  cautions: readonly Caution[]
  /** How earlier customers answered when it was offered in place of this one. */
  answers: Answers
}

type Presented = {
  asked: Asked
  line: LineToReplace
  offered: readonly Offerable[]
}

/** What is known of it; nothing unless it was among what may be offered. */
export function presentOffered(
  { variant_id, units, score, reasons, cautions }: Assessed,
  { asked, line, offered }: Presented
): OfferedAlternative[] {
  const one = offered.find(({ variant }) => variant.id === variant_id)
  if (!one) {
    return []
  }
  const { variant, sold_as, free, price } = one
  const total = amountOf(units * price.with_tax)
  const price_difference = amountOf(total - asked.line.quantity * line.paid)
  const free_units = Number.isFinite(free.units) ? free.units : null
  return [
    {
      variant_id,
      product_id: variant.product_id,
      title: variant.title,
      variant_title: sold_as.variant_title,
      sku: sold_as.sku,
      thumbnail: sold_as.thumbnail,
      units,
      unit_price: price.unit_price,
      is_tax_inclusive: price.is_tax_inclusive,
      total,
      price_difference,
      free_units,
      location_id: free.location_id,
      reasons: reasons.flatMap((reason): Reason[] =>
        reason.code === "price_difference"
          ? [{ ...reason, amount: price_difference }]
          : reason.code === "in_stock" && free_units === null
            ? []
            : [reason]
      ),
      score,
      cautions,
      answers: asked.answers.get(variant_id) ?? { accepted: 0, refused: 0 },
    },
  ]
}
