import type { MedusaContainer } from "@medusajs/framework/types"
import type { NewOffer } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { amountForEach, decimalsOf, payable } from "../../../shop/amounts"
import {
  type CatalogueEntry,
  loadCatalogue,
  productsOfVariants,
} from "../../../shop/catalogue"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { type Price, soldInOrder } from "../../../shop/prices"
import { previewSettlement } from "../settlement"

export type AlternativeToOffer = {
  variant_id: string
  quantity: number
  /**
   * Where its units are held. Null for one whose stock is not counted: it is
   * sent from where the line would have been.
   */
  location_id: string | null
  /**
   * `listed`: what it costs now. `matched`: what the customer pays for what it
   * stands in for. If omitted, the lower of the two: nothing becomes dearer
   * unless that was chosen.
   */
  price?: "listed" | "matched"
}

type Priced = Omit<
  NewOffer["alternatives"][number],
  "difference" | "unit_price"
> & {
  /** What one may cost, the highest first. */
  unit_prices: number[]
}

/** The units of a line that are to be replaced, and by whom. */
export type InPlaceOf = {
  units: number
  line: LineToReplace
  /** The user; null for the customer, or a program. */
  actor_id: string | null
}

/**
 * What these cost in place of so many units of the line.
 *
 * @throws Refusal `variant_not_sold`
 */
export async function pricedAlternatives(
  asked: readonly AlternativeToOffer[],
  in_place: InPlaceOf,
  container: MedusaContainer
): Promise<NewOffer["alternatives"]> {
  return await withDifferences(
    await priced(asked, in_place, container),
    in_place,
    container
  )
}

async function priced(
  asked: readonly AlternativeToOffer[],
  { units, line }: InPlaceOf,
  container: MedusaContainer
): Promise<Priced[]> {
  const ids = asked.map(({ variant_id }) => variant_id)
  const catalogue = await loadCatalogue(
    await productsOfVariants(ids, container),
    container
  )
  const entries = new Map(catalogue.map((one) => [one.variant.id, one]))
  const sold = await soldInOrder(
    asked.flatMap(({ variant_id, quantity }) => {
      const entry = entries.get(variant_id)
      return entry ? [{ ...variantToPrice(entry), quantity }] : []
    }),
    line.order,
    container
  )
  return asked.map((one, index) => {
    const entry = entries.get(one.variant_id)
    const price = sold.get(one.variant_id)?.price
    const location_id = one.location_id ?? line.location_ids[0]
    if (
      !entry ||
      !price ||
      location_id === undefined ||
      one.variant_id === line.variant_id
    ) {
      throw new Refusal("variant_not_sold", { was: one.variant_id }, [
        "alternatives",
        index,
        "variant_id",
      ])
    }
    const { variant, sold_as } = entry
    return {
      variant_id: variant.id,
      title: variant.title,
      variant_title: sold_as.variant_title,
      sku: sold_as.sku,
      thumbnail: sold_as.thumbnail,
      quantity: one.quantity,
      location_id,
      ...pricesOf(one, price, units, line),
    }
  })
}

const variantToPrice = ({ variant, sold_as }: CatalogueEntry) => ({
  variant_id: variant.id,
  product_id: variant.product_id,
  product_type_id: sold_as.product_type_id,
})

/**
 * Without tax in the price if the shop's lists leave it out. A price is matched
 * to what the line costs before its discounts, as the order's promotions are
 * computed anew for what stands in for it; and to what is paid for it, if they
 * do not apply to that.
 */
function pricesOf(
  { price, quantity }: AlternativeToOffer,
  { unit_price: listed, with_tax }: Price,
  units: number,
  line: LineToReplace
): Pick<Priced, "listed_unit_price" | "unit_prices"> {
  const with_tax_per_one = listed === 0 ? 1 : with_tax / listed
  const matched = [line.price, line.paid].map((each) =>
    amountForEach(
      (each * units) / with_tax_per_one,
      quantity,
      decimalsOf(line.order.currency_code)
    )
  )
  const unit_prices =
    price === undefined
      ? [listed, ...matched].filter((each) => each <= listed)
      : price === "listed"
        ? [listed]
        : matched
  return {
    listed_unit_price: listed,
    unit_prices: [...new Set(unit_prices)].sort((a, b) => b - a),
  }
}

/** At the highest of its prices at which the order gets no dearer, or the last. */
async function withDifferences(
  alternatives: readonly Priced[],
  in_place: InPlaceOf,
  container: MedusaContainer
): Promise<NewOffer["alternatives"]> {
  const told: NewOffer["alternatives"] = []
  for (const { unit_prices, ...alternative } of alternatives) {
    let chosen: NewOffer["alternatives"][number] | undefined
    for (const unit_price of unit_prices) {
      const priced = { ...alternative, unit_price }
      const difference = await differenceOf(priced, in_place, container)
      chosen = { ...priced, difference }
      if (difference <= 0) break
    }
    told.push(...(chosen ? [chosen] : []))
  }
  return told
}

/** By how much the order's total would change, as an edit of it would have it. */
async function differenceOf(
  {
    variant_id,
    quantity,
    unit_price,
    location_id,
  }: Omit<NewOffer["alternatives"][number], "difference">,
  { units, line, actor_id }: InPlaceOf,
  container: MedusaContainer
): Promise<number> {
  const by = { variant_id, quantity, unit_price, location_id }
  const { total_before, total_after, currency_code } = await previewSettlement(
    {
      order_id: line.order.id,
      line_item_id: line.line_item_id,
      actor_id,
      deed: {
        kind: "replace",
        units,
        by: [{ ...by, hold_reservation_ids: [] }],
      },
    },
    container
  )
  return payable(total_after - total_before, currency_code)
}
