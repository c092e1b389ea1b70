import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncLater } from "../workflows/follow-up/sync-later"

type OrderEvent = { id?: string; order_id?: string }

/**
 * Syncs an order's tasks when the order is placed, changed or over, and the
 * shopper has the answer.
 */
export default async function syncOrder({
  event: { data },
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const order_id = data.id ?? data.order_id
  if (order_id) {
    syncLater({ entity: "order", id: order_id }, container)
  }
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.updated",
    // The order module's own: it is all that a transfer to another customer
    // emits once it is accepted.
    "order.order.updated",
    "order.canceled",
    "order.completed",
    "order.archived",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "follow-ups-order" },
}
