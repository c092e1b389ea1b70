import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Claim } from "./allocation"
import { holdOf } from "./held-units"

/**
 * The place of each of these reservations in the queue. Editing an order
 * deletes and recreates the reservations of its lines, so a line keeps the
 * place of its first reservation. What is only held comes last: it is no order
 * yet, and while it becomes one, both are reserved.
 */
export async function claimsInQueue(
  reservations: ReservationItemDTO[],
  container: MedusaContainer
): Promise<(reservation: ReservationItemDTO) => Claim> {
  const line_ids = [
    ...new Set(reservations.flatMap(({ line_item_id }) => line_item_id ?? [])),
  ]
  const first = await firstReservations(line_ids, container)
  const orders = await ordersOf(line_ids, container)
  return (reservation) => {
    const { id, line_item_id, quantity, created_at } = reservation
    const own = new Date(created_at).getTime()
    const since = first.get(line_item_id ?? "") ?? own
    const order = orders.get(line_item_id ?? "")
    return {
      line_id: line_item_id ?? null,
      quantity: Number(quantity),
      // A reservation without an order is placed by its own time.
      place: holdOf(reservation)
        ? [Infinity]
        : [
            since,
            order?.created_at ?? since,
            order?.id ?? "",
            line_item_id ?? id,
          ],
    }
  }
}

/** Lines whose first reservation is remembered: some megabytes. */
const REMEMBERED = 20_000

/**
 * A line's first reservation stays its first. Medusa's index leaves deleted
 * reservations out, so asking for it reads all that there ever were.
 */
const remembered = new Map<string, number>()

/** When the first reservation of each line was made, deleted ones included. */
async function firstReservations(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const first = new Map<string, number>()
  for (const id of line_ids) {
    const at = remembered.get(id)
    if (at !== undefined) {
      first.set(id, at)
    }
  }
  const unknown = line_ids.filter((id) => !first.has(id))
  const all =
    unknown.length > 0
      ? await container
          .resolve(Modules.INVENTORY)
          .listReservationItems(
            { line_item_id: unknown },
            { withDeleted: true, take: null }
          )
      : []
  for (const { line_item_id, created_at } of all) {
    if (line_item_id) {
      const at = new Date(created_at).getTime()
      first.set(line_item_id, Math.min(at, first.get(line_item_id) ?? at))
    }
  }
  for (const id of unknown) {
    remember(id, first.get(id))
  }
  return first
}

function remember(line_id: string, at: number | undefined): void {
  if (at === undefined) {
    return
  }
  remembered.set(line_id, at)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) {
    remembered.delete(oldest)
  }
}

async function ordersOf(
  line_ids: string[],
  container: MedusaContainer
): Promise<Map<string, { id: string; created_at: number }>> {
  if (line_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_item",
      fields: ["item_id", "order.id", "order.created_at"],
      filters: { item_id: line_ids },
    })
  return new Map(
    data.map(({ item_id, order }) => [
      item_id,
      { id: order.id, created_at: new Date(order.created_at).getTime() },
    ])
  )
}
