import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { followCustomersWorkflow } from "../workflows/follow-up/follow-customers"

/** Customers who were created, changed or deleted. */
export default async function followCustomer({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await followCustomersWorkflow(container).run({
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
