import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { FollowUpEvents } from "../modules/follow-up"
import { arrangeLater } from "../workflows/delivery-window/arrange-later"

type OrderEvent = { id?: string; order_id?: string | null }

/**
 * Keeps the place that an order has in a delivery window fitting when the order
 * is placed, changed, canceled or over, and when a person has closed its task.
 * It begins when the shopper has the answer.
 */
export default async function arrangeOrder({
  event: { name, data },
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const order_id =
    name === FollowUpEvents.COMPLETED
      ? data.order_id
      : (data.id ?? data.order_id)
  if (order_id) {
    arrangeLater(order_id, container)
  }
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.updated",
    "order.canceled",
    "order.completed",
    "order.archived",
    "order-edit.confirmed",
    // The order module's own: a draft is announced by nothing else, nor is what
    // is added to one.
    "order.order.created",
    "order.order.updated",
    FollowUpEvents.COMPLETED,
  ],
  context: { subscriberId: "follow-ups-delivery-window" },
}
