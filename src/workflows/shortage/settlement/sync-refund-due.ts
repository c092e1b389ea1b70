import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { orderOfPayment } from "../../../shop/order-money"
import { syncRefundDue } from "./refund-due"

/** An order, or a payment of one. */
type Input = { order_id: string } | { payment_id: string }

const syncRefundDueStep = createStep(
  "sync-refund-due",
  async (input: Input, { container }) => {
    const order_id =
      "order_id" in input
        ? input.order_id
        : await orderOfPayment(input.payment_id, container)
    if (order_id) {
      await syncRefundDue(order_id, container)
    }
    return new StepResponse({ order_id })
  }
)

/**
 * Makes the order's task about money to be returned fit its payments: a refund
 * completes it. The reconciler does the same.
 */
export const syncRefundDueWorkflow = createWorkflow(
  { name: "follow-ups-sync-refund-due" },
  (input: Input) => new WorkflowResponse(syncRefundDueStep(input))
)
