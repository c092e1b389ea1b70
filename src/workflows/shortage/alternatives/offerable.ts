import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Candidate,
  type Found,
  shortlist,
} from "../../../modules/shortage"
import {
  type Counted,
  type FreeAt,
  freeUnits,
  stockedAt,
} from "../../../shop/free-units"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { type Price, soldInOrder } from "../../../shop/prices"
import type { Asked } from "./question"

/** A variant that is on sale, with what is free of it and what it costs. */
export type Offerable = Found & { free: FreeAt; price: Price }

/** So many are counted, and half of them priced. */
const MOST_COUNTED = 120
const MOST_PRICED = 60

/**
 * Of what was found, what may be offered at this moment, the most alike first:
 * published in the order's channel, priced, with free units where the order is
 * sent from. Nothing of this is taken from the table, which may lag behind.
 */
export async function offerable(
  found: readonly Found[],
  asked: Asked,
  line: LineToReplace,
  container: MedusaContainer
): Promise<Offerable[]> {
  const byId = new Map(found.map((one) => [one.variant.id, one]))
  const stocked = await stockedAt(
    found.map(countedAs),
    line.location_ids,
    container
  )
  const alike = shortlist(
    {
      ...asked,
      candidates: stocked.flatMap(({ id }) => {
        const one = byId.get(id)
        return one ? [unpriced(one)] : []
      }),
      descriptions: descriptionsOf(found, asked),
    },
    MOST_COUNTED
  )
  return await soldAndFree(
    alike.flatMap(({ id }) => byId.get(id) ?? []),
    asked.line.quantity,
    line,
    container
  )
}

/** Those of which any is free and that are on sale, with what they cost. */
export async function soldAndFree(
  found: readonly Found[],
  quantity: number,
  line: LineToReplace,
  container: MedusaContainer
): Promise<Offerable[]> {
  const counted = new Map(found.map((one) => [one.variant.id, countedAs(one)]))
  const free = await freeUnits(
    [...counted.values()],
    line.location_ids,
    container
  )
  const left = found
    .filter(({ variant }) => (free.get(variant.id)?.units ?? 0) > 0)
    .slice(0, MOST_PRICED)
  const sold = await soldInOrder(
    left.map((one) => toPrice(one, quantity)),
    line.order,
    container
  )
  // What it consists of may have changed since the row was written.
  const others = [...sold.values()].flatMap(({ counted: now }) =>
    isSame(now, counted.get(now.id)) ? [] : [now]
  )
  const recounted = await freeUnits(others, line.location_ids, container)
  return left.flatMap((one): Offerable[] => {
    const { id } = one.variant
    const its = recounted.get(id) ?? free.get(id)
    const price = sold.get(id)?.price
    return its && its.units > 0 && price ? [{ ...one, free: its, price }] : []
  })
}

/**
 * The same with the prices of other quantities; those that are no longer on sale
 * are left out.
 */
export async function pricedFor(
  offered: readonly Offerable[],
  unitsOf: ReadonlyMap<string, number>,
  { order }: LineToReplace,
  container: MedusaContainer
): Promise<Offerable[]> {
  const sold = await soldInOrder(
    offered.flatMap((one) => {
      const units = unitsOf.get(one.variant.id)
      return units === undefined ? [] : [toPrice(one, units)]
    }),
    order,
    container
  )
  return offered.flatMap((one) => {
    const price = sold.get(one.variant.id)?.price
    return unitsOf.has(one.variant.id)
      ? price
        ? [{ ...one, price }]
        : []
      : [one]
  })
}

const countedAs = ({ variant, sold_as }: Found): Counted => ({
  id: variant.id,
  managed: sold_as.managed,
  inventory: sold_as.inventory,
})

function isSame(now: Counted, then: Counted | undefined): boolean {
  const textOf = ({ managed, inventory }: Counted) =>
    JSON.stringify([
      managed,
      inventory
        .map((one) => `${one.inventory_item_id} ${one.required_quantity}`)
        .sort(),
    ])
  return then !== undefined && textOf(now) === textOf(then)
}

const toPrice = ({ variant, sold_as }: Found, quantity: number) => ({
  variant_id: variant.id,
  product_id: variant.product_id,
  product_type_id: sold_as.product_type_id,
  quantity,
})

function unpriced({ variant }: Found): Candidate {
  return {
    ...variant,
    is_published: true,
    in_sales_channel: true,
    price: null,
    free_units: Infinity,
  }
}

/** As the ranker takes them. */
export function candidatesFrom(offered: readonly Offerable[]): Candidate[] {
  return offered.map(({ variant, free, price }) => ({
    ...variant,
    is_published: true,
    in_sales_channel: true,
    price: price.with_tax,
    free_units: free.units,
  }))
}

/** Of these and of the short variant, by variant. */
export const descriptionsOf = (
  found: readonly Found[],
  { line, short }: Pick<Asked, "line" | "short">
) =>
  new Map([
    ...found.map(
      ({ variant, description }) => [variant.id, description] as const
    ),
    [line.id, short],
  ])
