import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncCustomersWorkflow } from "../workflows/follow-up/sync-customers"

/**
 * Syncs a customer's tasks when the customer is created, changed or deleted.
 */
export default async function syncCustomer({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncCustomersWorkflow(container).run({
    input: {
      customer_ids: [data.id],
      announced: name === "customer.created",
    },
  })
}

export const config: SubscriberConfig = {
  event: ["customer.created", "customer.updated", "customer.deleted"],
  context: { subscriberId: "follow-ups-customer" },
}
