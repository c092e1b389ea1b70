import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncOrdersWorkflow } from "../workflows/follow-up/sync-orders"

/**
 * Syncs an order's tasks when a parcel is delivered. The event names the
 * fulfillment only.
 */
export default async function syncDelivered({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncOrdersWorkflow(container).run({
    input: { fulfillment_ids: [data.id] },
  })
}

export const config: SubscriberConfig = {
  event: "delivery.created",
  context: { subscriberId: "follow-ups-delivery" },
}
