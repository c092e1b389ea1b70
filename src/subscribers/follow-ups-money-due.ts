import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncMoneyDueWorkflow } from "../workflows/shortage/settlement"

/** Closes the task about money that is due when it was returned, or paid. */
export default async function syncMoneyDue({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncMoneyDueWorkflow(container).run({
    input: name.startsWith("payment.")
      ? { payment_id: data.id }
      : { order_id: data.id },
  })
}

export const config: SubscriberConfig = {
  event: ["payment.refunded", "payment.captured", "order.canceled"],
  context: { subscriberId: "follow-ups-money-due" },
}
