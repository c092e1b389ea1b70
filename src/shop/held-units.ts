import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The key of a reservation's metadata in which the id of its hold is kept. */
export const HOLD_KEY = "shortage_hold"

/** The hold that a reservation belongs to; null for any other reservation. */
export function holdOf({
  metadata,
}: Pick<ReservationItemDTO, "metadata">): string | null {
  const id = metadata?.[HOLD_KEY]
  return typeof id === "string" ? id : null
}

/** The live reservations of these order lines. */
export async function reservationsOf(
  line_ids: string[],
  container: MedusaContainer
): Promise<ReservationItemDTO[]> {
  return line_ids.length > 0
    ? await container
        .resolve(Modules.INVENTORY)
        .listReservationItems({ line_item_id: line_ids }, { take: null })
    : []
}

/** Those of these reservations that are live. */
export async function reservationsWithIds(
  ids: string[],
  container: MedusaContainer
): Promise<ReservationItemDTO[]> {
  return await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ id: ids }, { take: null })
}

/** The live reservations of these holds. */
export async function reservationsOfHolds(
  holds: readonly {
    id: string
    items: readonly { inventory_item_id: string }[]
  }[],
  container: MedusaContainer
): Promise<ReservationItemDTO[]> {
  const items = new Set(
    holds.flatMap((hold) =>
      hold.items.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  if (items.size === 0) {
    return []
  }
  const ids = new Set(holds.map(({ id }) => id))
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ inventory_item_id: [...items] }, { take: null })
  return reservations.filter((one) => ids.has(holdOf(one) ?? ""))
}
