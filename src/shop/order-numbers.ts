import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { fullName } from "./people"

/** The numbers of these orders; deleted ones are omitted. */
export async function orderNumbers(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const orders =
    ids.length > 0
      ? await container
          .resolve(Modules.ORDER)
          .listOrders(
            { id: [...new Set(ids)] },
            { select: ["id", "display_id"], take: null }
          )
      : []
  return new Map(orders.map(({ id, display_id }) => [id, Number(display_id)]))
}

/** What tells an order from others at a glance. */
export type OrderInBrief = {
  display_id: number
  /** As the call sheet has it: of the parcel, the bill, or the customer. */
  customer_name: string | null
  placed_at: Date
}

const PEOPLE = ["shipping_address", "billing_address", "customer"] as const

/** These orders, without what they cost; deleted ones are omitted. */
export async function ordersInBrief(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, OrderInBrief>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "created_at",
        ...PEOPLE.flatMap((who) => [`${who}.first_name`, `${who}.last_name`]),
      ],
      filters: { id: [...new Set(ids)] },
    })
  return new Map(
    data.map((order) => [
      order.id,
      {
        display_id: Number(order.display_id),
        customer_name:
          PEOPLE.map((who) => fullName(order[who] ?? {})).find(
            (name) => name !== null
          ) ?? null,
        placed_at: new Date(order.created_at),
      },
    ])
  )
}
