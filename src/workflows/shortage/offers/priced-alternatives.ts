import type { MedusaContainer } from "@medusajs/framework/types"
import type { NewOffer } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { amountForEach, decimalsOf } from "../../../shop/amounts"
import {
  type CatalogueEntry,
  loadCatalogue,
  productsOfVariants,
} from "../../../shop/catalogue"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { onSale } from "../../../shop/on-sale"
import { type Price, pricesInOrder } from "../../../shop/prices"

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

/** By how much the order's total changes is told by a preview of the edit. */
export type PricedAlternative = Omit<
  NewOffer["alternatives"][number],
  "difference"
>

/**
 * What these cost in place of so many units of the line.
 *
 * @throws Refusal `variant_not_sold`
 */
export async function pricedAlternatives(
  asked: readonly AlternativeToOffer[],
  units: number,
  line: LineToReplace,
  container: MedusaContainer
): Promise<PricedAlternative[]> {
  const ids = asked.map(({ variant_id }) => variant_id)
  const sold = await onSale(ids, line.order.sales_channel_id, container)
  const catalogue = await loadCatalogue(
    await productsOfVariants([...sold.keys()], container),
    container
  )
  const entries = new Map(catalogue.map((one) => [one.variant.id, one]))
  const prices = await pricesInOrder(
    asked.flatMap(({ variant_id, quantity }) => {
      const entry = entries.get(variant_id)
      return entry ? [{ ...variantToPrice(entry), quantity }] : []
    }),
    line.order,
    container
  )
  return asked.map((one, index) => {
    const entry = entries.get(one.variant_id)
    const price = prices.get(one.variant_id)
    const location_id = one.location_id ?? line.location_ids[0]
    if (
      !entry ||
      !price ||
      location_id === undefined ||
      !sold.has(one.variant_id) ||
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
      ...costOf(one, price, units, line),
    }
  })
}

const variantToPrice = ({ variant, sold_as }: CatalogueEntry) => ({
  variant_id: variant.id,
  product_id: variant.product_id,
  product_type_id: sold_as.product_type_id,
})

/** Without tax in the price if the shop's lists leave it out. */
function costOf(
  { price, quantity }: AlternativeToOffer,
  { unit_price: listed, with_tax }: Price,
  units: number,
  { paid, order }: LineToReplace
) {
  const with_tax_per_one = listed === 0 ? 1 : with_tax / listed
  const matched = amountForEach(
    (paid * units) / with_tax_per_one,
    quantity,
    decimalsOf(order.currency_code)
  )
  const unit_price =
    price === undefined
      ? Math.min(listed, matched)
      : price === "listed"
        ? listed
        : matched
  return { unit_price, listed_unit_price: listed }
}
