import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { SHORTAGE_TASK } from "../../../desk/resolve-shortage"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import {
  agreedForLater,
  type Announcement,
  expectedAt,
  type Offer,
  type Settled,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../../modules/shortage"
import {
  inventoryItemNames,
  locationNames,
} from "../../../shop/inventory-items"
import { ordersInBrief } from "../../../shop/order-numbers"
import type { Way } from "../../../workflows/shortage/alternatives/ways"
import type {
  AdminShortage,
  AdminShortageAnnouncement,
  AdminShortageDrift,
  AdminShortageState,
  AdminShortageWay,
} from "./types"

/**
 * Short lines with what is known of them and of their orders.
 *
 * @param reads_orders - whether the caller may know who ordered
 */
export async function presentShortages(
  lines: readonly ShortLine[],
  reads_orders: boolean,
  container: MedusaContainer
): Promise<AdminShortage[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const announcements = await shortage.readAnnouncements(itemsOf(lines))
  const order_ids = lines.map(({ order_id }) => order_id)
  const totals = await shortage.readTotals(order_ids)
  const orders = await ordersInBrief(order_ids, container)
  const settlements = await shortage.readSettlements(order_ids)
  const now = clockOf(container).now()
  const offers = (await shortage.readOffers({ order_ids })).filter(
    ({ status, expires_at }) =>
      status === "settling" || (status === "open" && expires_at > now)
  )
  const tasks = await container.resolve(FOLLOW_UP_MODULE).findTasks({
    dedupe_key: order_ids.map((id) => `${SHORTAGE_TASK}:${id}`),
  })
  return lines.map(({ units, ...line }) => {
    const order = orders.get(line.order_id)
    const expected = expectedAt(line.places, announcements)
    return {
      ...line,
      state: stateOf(line, offers, settlements, expected),
      task_id:
        tasks.find(({ order_id }) => order_id === line.order_id)?.id ?? null,
      order_display_id: order?.display_id ?? null,
      order_placed_at: order?.placed_at.toISOString() ?? null,
      order_total: totals.get(line.order_id) ?? null,
      customer_name: (reads_orders && order?.customer_name) || null,
      short_by: units,
      since: line.since.toISOString(),
      expected_at: expected?.toISOString() ?? null,
    }
  })
}

/** An open offer comes after what was agreed before it. */
function stateOf(
  line: Pick<ShortLine, "line_item_id" | "since">,
  offers: readonly Offer[],
  settlements: readonly Settled[],
  expected: Date | null
): AdminShortageState {
  const offer = offers.find((one) => one.line_item_id === line.line_item_id)
  if (offer) {
    return { kind: "offered", until: offer.expires_at.toISOString() }
  }
  const agreed = agreedForLater(line, settlements)
  const until = (agreed?.kind === "wait" && agreed.until) || expected
  return agreed
    ? {
        kind: agreed.kind,
        until: until ? new Date(until).toISOString() : null,
      }
    : { kind: "untouched", until: null }
}

/** Where the counters of these inventory items drift. */
export async function presentDrift(
  inventory_item_ids: readonly string[],
  container: MedusaContainer
): Promise<AdminShortageDrift[]> {
  const drift = await container
    .resolve(SHORTAGE_MODULE)
    .readDrift(inventory_item_ids)
  const names = await inventoryItemNames([...drift.keys()], container)
  const locations = await locationNames(
    [...drift.values()].flat().map(({ location_id }) => location_id),
    container
  )
  return [...drift].flatMap(([inventory_item_id, places]) =>
    places.map((place) => ({
      inventory_item_id,
      title: names.get(inventory_item_id)?.title ?? null,
      sku: names.get(inventory_item_id)?.sku ?? null,
      location_name: locations.get(place.location_id) ?? null,
      ...place,
    }))
  )
}

export function presentAnnouncement({
  actor_id: _,
  expected_at,
  created_at,
  ...announcement
}: Announcement): AdminShortageAnnouncement {
  return {
    ...announcement,
    expected_at: expected_at?.toISOString() ?? null,
    created_at: created_at.toISOString(),
  }
}

export function presentWay(way: Way): AdminShortageWay {
  return way.kind === "wait"
    ? { ...way, until: way.until?.toISOString() ?? null }
    : way.kind === "other_location"
      ? { ...way, expected_at: way.expected_at?.toISOString() ?? null }
      : way
}

export const itemsOf = (lines: readonly ShortLine[]) => [
  ...new Set(
    lines.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  ),
]
