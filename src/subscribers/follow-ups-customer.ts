import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncLater } from "../workflows/follow-up/sync-later"

/**
 * Syncs a customer's tasks when the customer is created, changed or deleted.
 */
export default async function syncCustomer({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  syncLater(
    {
      entity: "customer",
      id: data.id,
      announced: name === "customer.created",
    },
    container
  )
}

export const config: SubscriberConfig = {
  event: ["customer.created", "customer.updated", "customer.deleted"],
  context: { subscriberId: "follow-ups-customer" },
}
