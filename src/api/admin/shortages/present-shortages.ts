import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Announcement,
  expectedAt,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../../modules/shortage"
import { orderNumbers } from "../../../shop/order-numbers"
import type { Way } from "../../../workflows/shortage/alternatives/ways"
import type {
  AdminShortage,
  AdminShortageAnnouncement,
  AdminShortageDrift,
  AdminShortageWay,
} from "./types"

/** Short lines with what is known of them. */
export async function presentShortages(
  lines: readonly ShortLine[],
  container: MedusaContainer
): Promise<AdminShortage[]> {
  const announcements = await container
    .resolve(SHORTAGE_MODULE)
    .readAnnouncements(itemsOf(lines))
  const numbers = await orderNumbers(
    lines.map(({ order_id }) => order_id),
    container
  )
  return lines.map(({ units, since, ...line }) => ({
    ...line,
    order_display_id: numbers.get(line.order_id) ?? null,
    short_by: units,
    since: since.toISOString(),
    expected_at: expectedAt(line.places, announcements)?.toISOString() ?? null,
  }))
}

export async function presentDrift(
  lines: readonly ShortLine[],
  container: MedusaContainer
): Promise<AdminShortageDrift[]> {
  const drift = await container
    .resolve(SHORTAGE_MODULE)
    .readDrift(itemsOf(lines))
  return [...drift].flatMap(([inventory_item_id, places]) =>
    places.map((place) => ({ inventory_item_id, ...place }))
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

const itemsOf = (lines: readonly ShortLine[]) => [
  ...new Set(
    lines.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  ),
]
