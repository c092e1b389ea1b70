import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncRefundDueWorkflow } from "../workflows/shortage/settlement"

/** Completes the task about money to be returned when it has been. */
export default async function syncRefund({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncRefundDueWorkflow(container).run({
    input: name.startsWith("payment.")
      ? { payment_id: data.id }
      : { order_id: data.id },
  })
}

export const config: SubscriberConfig = {
  event: ["payment.refunded", "order.canceled"],
  context: { subscriberId: "follow-ups-refund" },
}
