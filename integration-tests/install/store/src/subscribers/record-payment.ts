import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

type FollowUp = {
  type: string
  order_id: string | null
  outcome: string | null
}

/** Records on the order whether it was paid; one that was may be packed. */
export default async function recordPayment({
  event: { data },
  container,
}: SubscriberArgs<FollowUp>): Promise<void> {
  if (data.type === "verify_payment" && data.order_id) {
    await container.resolve(Modules.ORDER).updateOrders(data.order_id, {
      metadata: { payment: data.outcome, on_hold: data.outcome !== "paid" },
    })
  }
}

export const config: SubscriberConfig = {
  event: "follow-up.completed",
  context: { subscriberId: "record-payment" },
}
