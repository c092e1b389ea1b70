import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Candidate,
  type Found,
  shortlist,
} from "../../../modules/shortage"
import { type FreeAt, freeUnits, stockedAt } from "../../../shop/free-units"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { onSale } from "../../../shop/on-sale"
import { type Price, pricesInOrder } from "../../../shop/prices"
import type { Asked } from "./question"

/** A variant that is on sale, with what is free of it. */
export type Offerable = Found & {
  free: FreeAt
}

/** So many are counted, and half of them priced. */
const MOST_COUNTED = 120
const MOST_PRICED = 60

/**
 * Of what was found, what may be offered at this moment, the most alike first:
 * published in the order's channel, with free units where the order is sent from.
 * Nothing of this is taken from the table, which may lag behind.
 */
export async function offerable(
  found: readonly Found[],
  asked: Asked,
  { location_ids, order }: LineToReplace,
  container: MedusaContainer
): Promise<Offerable[]> {
  const byId = new Map(found.map((one) => [one.variant.id, one]))
  const stocked = await stockedAt(
    found.map(({ variant, sold_as }) => ({ id: variant.id, ...sold_as })),
    location_ids,
    container
  )
  const alike = shortlist(
    {
      ...asked,
      candidates: stocked.flatMap(({ id }) => {
        const one = byId.get(id)
        return one ? [unpriced(one)] : []
      }),
      descriptions: descriptionsOf(found),
    },
    MOST_COUNTED
  ).map(({ id }) => id)
  return await onSaleAndFree(
    alike.flatMap((id) => byId.get(id) ?? []),
    { location_ids, order },
    container
  )
}

/** Those that are on sale, with what is free of them. */
export async function onSaleAndFree(
  found: readonly Found[],
  { location_ids, order }: Pick<LineToReplace, "location_ids" | "order">,
  container: MedusaContainer
): Promise<Offerable[]> {
  const sold = await onSale(
    found.map(({ variant }) => variant.id),
    order.sales_channel_id,
    container
  )
  const free = await freeUnits([...sold.values()], location_ids, container)
  return found
    .flatMap((one): Offerable[] => {
      const its = free.get(one.variant.id)
      return its && its.units > 0 ? [{ ...one, free: its }] : []
    })
    .slice(0, MOST_PRICED)
}

function unpriced({ variant }: Found): Candidate {
  return {
    ...variant,
    is_published: true,
    in_sales_channel: true,
    price: null,
    free_units: Infinity,
  }
}

/** As the ranker takes them; those without a price it leaves out. */
export function candidatesFrom(
  offered: readonly Offerable[],
  prices: ReadonlyMap<string, Price>
): Candidate[] {
  return offered.map(({ variant, free }) => ({
    ...variant,
    is_published: true,
    in_sales_channel: true,
    price: prices.get(variant.id)?.with_tax ?? null,
    free_units: free.units,
  }))
}

export const descriptionsOf = (found: readonly Found[]) =>
  new Map(found.map(({ variant, description }) => [variant.id, description]))

/**
 * What these cost in the order.
 *
 * @param unitsOf - how many of each; prices may depend on it
 */
export async function pricesOf(
  offered: readonly Offerable[],
  unitsOf: (variant_id: string) => number,
  { order }: LineToReplace,
  container: MedusaContainer
): Promise<Map<string, Price>> {
  return await pricesInOrder(
    offered.map(({ variant, sold_as }) => ({
      variant_id: variant.id,
      product_id: variant.product_id,
      product_type_id: sold_as.product_type_id,
      quantity: unitsOf(variant.id),
    })),
    order,
    container
  )
}
