import type { MedusaContainer } from "@medusajs/framework/types"
import { loadCatalogue } from "../../../shop/catalogue"
import { searchCatalogue } from "../../../shop/search-catalogue"
import {
  type AlternativesAsked,
  type AlternativesForLine,
  lineToReplace,
  unitsShort,
} from "./asked-line"
import { assessThese } from "./assess-these"

const SHOWN = 10

/**
 * What an agent seeks in the catalogue in place of what is short, as far as it is
 * on sale and any of it is free. What the rules of a proposal forbid is found
 * with a caution: the agent has the customer on the phone.
 *
 * @throws Refusal `line_not_found`, `nothing_to_send`
 */
export async function chooseAnother(
  {
    order_id,
    line_item_id,
    units,
    q,
    limit = SHOWN,
  }: AlternativesAsked & { q: string },
  container: MedusaContainer
): Promise<AlternativesForLine> {
  const line = await lineToReplace(order_id, line_item_id, container)
  const quantity = units ?? (await unitsShort(line, container))
  const product_ids = await searchCatalogue(q, 2 * limit, container)
  const place = new Map(product_ids.map((id, at) => [id, at]))
  const found = (await loadCatalogue(product_ids, container)).sort(
    (a, b) =>
      (place.get(a.variant.product_id) ?? 0) -
      (place.get(b.variant.product_id) ?? 0)
  )
  const alternatives = await assessThese(found, line, quantity, container)
  return {
    order_id,
    line_item_id,
    units: quantity,
    currency_code: line.order.currency_code,
    ways: [],
    alternatives: alternatives.slice(0, limit),
  }
}
