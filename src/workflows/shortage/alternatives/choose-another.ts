import type { MedusaContainer } from "@medusajs/framework/types"
import { assess, describe } from "../../../modules/shortage"
import { loadCatalogue } from "../../../shop/catalogue"
import { searchCatalogue } from "../../../shop/search-catalogue"
import {
  type AlternativesAsked,
  type AlternativesForLine,
  lineToReplace,
  unitsShort,
} from "./alternatives-for"
import {
  candidatesFrom,
  descriptionsOf,
  onSaleAndFree,
  pricesOf,
} from "./offerable"
import { presentOffered } from "./offered"
import { askAbout } from "./question"

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
  const asked = await askAbout(line, quantity, container)
  const product_ids = await searchCatalogue(q, 2 * limit, container)
  const place = new Map(product_ids.map((id, at) => [id, at]))
  const found = (await loadCatalogue(product_ids, container))
    .map((entry) => ({ ...entry, description: describe(entry.variant) }))
    .filter(({ variant }) => variant.id !== line.variant_id)
    .sort(
      (a, b) =>
        (place.get(a.variant.product_id) ?? 0) -
        (place.get(b.variant.product_id) ?? 0)
    )
  const offered = await onSaleAndFree(found, line, container)
  const prices = await pricesOf(offered, () => quantity, line, container)
  const assessed = assess({
    ...asked,
    candidates: candidatesFrom(offered, prices),
    descriptions: new Map([
      ...descriptionsOf(offered),
      [asked.line.id, asked.short],
    ]),
  }).slice(0, limit)
  const unitsOf = new Map(assessed.map((one) => [one.variant_id, one.units]))
  const priced = await pricesOf(
    offered.filter(({ variant }) => unitsOf.has(variant.id)),
    (id) => unitsOf.get(id) ?? quantity,
    line,
    container
  )
  return {
    order_id,
    line_item_id,
    units: quantity,
    currency_code: line.order.currency_code,
    ways: [],
    alternatives: assessed.flatMap((one) =>
      presentOffered(one, { asked, line, offered, prices: priced })
    ),
  }
}
