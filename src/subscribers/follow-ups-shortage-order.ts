import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { noticeLater } from "../workflows/shortage/notice-later"

type OrderEvent = { id?: string; order_id?: string }

/** Notices what an order lacks when it is placed, changed or over. */
export default async function noticeOrder({
  event: { data },
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const id = data.id ?? data.order_id
  if (id) {
    noticeLater({ entity: "order", id }, container)
  }
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.canceled",
    "order.completed",
    "order.archived",
    "order.fulfillment_created",
    "order.fulfillment_canceled",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "follow-ups-shortage-order" },
}
