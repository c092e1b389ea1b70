import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncOrdersWorkflow } from "../workflows/follow-up/sync-orders"

type OrderEvent = { id?: string; order_id?: string }

/** Syncs an order's tasks when the order is placed, changed or canceled. */
export default async function syncOrder({
  event: { data },
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const order_id = data.id ?? data.order_id
  if (order_id) {
    await syncOrdersWorkflow(container).run({
      input: { order_ids: [order_id] },
    })
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
    "order-edit.confirmed",
  ],
  context: { subscriberId: "follow-ups-order" },
}
