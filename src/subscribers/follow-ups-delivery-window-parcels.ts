import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { followLater } from "../workflows/delivery-window/tracking/follow-later"

/** A parcel that is shipped or delivered moves its order's booking. */
export default async function followParcel({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  followLater(data.id, container)
}

export const config: SubscriberConfig = {
  event: ["shipment.created", "delivery.created"],
  context: { subscriberId: "follow-ups-delivery-window-parcels" },
}
