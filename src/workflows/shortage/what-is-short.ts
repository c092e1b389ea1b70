import type { MedusaContainer } from "@medusajs/framework/types"
import {
  expectedAt,
  type HeldUp,
  SHORTAGE_MODULE,
  type ShortInAll,
  type ShortItem as ShortItemNow,
} from "../../modules/shortage"
import { priceOrders } from "./price-orders"

export type { HeldUp }

/** A variant, or what else was ordered, of which units are short now. */
export type ShortItem = Omit<ShortItemNow, "places"> & {
  inventory_item_ids: string[]
  /** When all of them are expected; null if that is unknown. */
  expected_at: Date | null
  /** What the supplier's date was noted with. */
  note: string | null
}

export type WhatIsShort = {
  /** What most orders wait for comes first. */
  items: ShortItem[]
  /** Each order counts once. */
  total: HeldUp
  /** How many items there are. */
  count: number
  /** Orders whose amounts are not known yet; the sums are without them. */
  unpriced: number
}

/**
 * What is short now, by variant, and how much money waits for it. The amounts are
 * those that were written down when the orders were placed or changed; of those
 * of which none are known yet, a hundred are read.
 */
export async function whatIsShort(
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<WhatIsShort> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  await priceOrders(container)
  const items = await shortage.listShortItems(page)
  const {
    items: count,
    unpriced,
    ...total
  }: ShortInAll = await shortage.readShortInAll()
  const announcements = await shortage.readAnnouncements(
    items.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  return {
    items: items.map(({ places, ...item }) => {
      const inventory_item_ids = [
        ...new Set(places.map(({ inventory_item_id }) => inventory_item_id)),
      ]
      const expected_at = expectedAt(places, announcements)
      const noted = announcements.find(
        (one) =>
          inventory_item_ids.includes(one.inventory_item_id) &&
          one.expected_at?.getTime() === expected_at?.getTime() &&
          one.note !== null
      )
      return {
        ...item,
        inventory_item_ids,
        expected_at,
        note: noted?.note ?? null,
      }
    }),
    total,
    count,
    unpriced,
  }
}
