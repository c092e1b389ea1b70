import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import {
  type CatalogueEntry,
  loadVariantsOfCatalogue,
} from "../../../shop/catalogue"
import {
  type AlternativesAsked,
  type AlternativesForLine,
  lineToReplace,
} from "./asked-line"
import { alternativesFor } from "./alternatives-for"
import { assessThese } from "./assess-these"
import { type PinCaution, unsold } from "./pin-cautions"

/** What the shop has pinned to what is short, but is not offered. */
export type PinnedOut = {
  variant_id: string
  title: string
  variant_title: string | null
  sku: string | null
  cautions: (PinCaution | { readonly code: "unavailable" })[]
}

/**
 * What may be offered in place of what is short of an order line, and what the
 * shop has pinned to it but may not: the agent is told why.
 *
 * @throws Refusal `line_not_found`, `nothing_to_send`
 */
export async function alternativesAndPinnedOut(
  asked: AlternativesAsked,
  container: MedusaContainer
): Promise<AlternativesForLine & { pinned_out: PinnedOut[] }> {
  const found = await alternativesFor(asked, container)
  const line = await lineToReplace(
    asked.order_id,
    asked.line_item_id,
    container
  )
  const { variant_id, order } = line
  const pins = variant_id
    ? await container.resolve(SHORTAGE_MODULE).readPins([variant_id])
    : new Map<string, string[]>()
  const offered = new Set(found.alternatives.map((one) => one.variant_id))
  const missing = await loadVariantsOfCatalogue(
    [...pins.values()].flat().filter((id) => !offered.has(id)),
    container
  )
  if (missing.length === 0) {
    return { ...found, pinned_out: [] }
  }
  const assessed = await assessThese(missing, line, found.units, container)
  const channels = order.sales_channel_id ? [order.sales_channel_id] : []
  return {
    ...found,
    pinned_out: missing.flatMap((entry) => {
      const known = assessed.find((one) => one.variant_id === entry.variant.id)
      const cautions = known
        ? [...known.cautions]
        : orElse(unsold(entry, channels), { code: "unavailable" } as const)
      return cautions.length > 0 ? [{ ...named(entry), cautions }] : []
    }),
  }
}

/** Of what is on sale, none is free, or it has no price for this order. */
const orElse = <One, Other>(found: One[], other: Other): (One | Other)[] =>
  found.length > 0 ? found : [other]

const named = ({ variant, sold_as }: CatalogueEntry) => ({
  variant_id: variant.id,
  title: variant.title,
  variant_title: sold_as.variant_title,
  sku: sold_as.sku,
})
