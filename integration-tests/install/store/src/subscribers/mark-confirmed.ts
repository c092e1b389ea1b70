import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

type FollowUp = {
  id: string
  type: string
  order_id: string | null
  customer_id: string | null
  outcome: string | null
}

/** Marks a confirmed order. An event may come twice: this is the same the second time. */
export default async function markConfirmed({
  event: { data },
  container,
}: SubscriberArgs<FollowUp>): Promise<void> {
  const isConfirmed =
    data.type === "confirm_order" && data.outcome === "confirmed"
  if (isConfirmed && data.order_id) {
    await container.resolve(Modules.ORDER).updateOrders(data.order_id, {
      metadata: { followed_up: true },
    })
  }
}

export const config: SubscriberConfig = {
  event: "follow-up.completed",
  context: { subscriberId: "mark-confirmed" },
}
