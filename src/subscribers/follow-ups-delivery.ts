import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncLater } from "../workflows/follow-up/sync-later"

/**
 * Syncs an order's tasks when a parcel is delivered. The event names the
 * fulfillment only.
 */
export default async function syncDelivered({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  syncLater({ entity: "fulfillment", id: data.id }, container)
}

export const config: SubscriberConfig = {
  event: "delivery.created",
  context: { subscriberId: "follow-ups-delivery" },
}
