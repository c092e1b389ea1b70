import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { orderOfPayment } from "../../../shop/order-money"
import { PAYMENT, REFUND, syncMoneyDue } from "./money-due"

/** An order, or a payment of one. */
type Input = { order_id: string } | { payment_id: string }

const syncMoneyDueStep = createStep(
  "sync-money-due",
  async (input: Input, { container }) => {
    const order_id =
      "order_id" in input
        ? input.order_id
        : await orderOfPayment(input.payment_id, container)
    if (order_id) {
      await syncMoneyDue(REFUND, order_id, container)
      await syncMoneyDue(PAYMENT, order_id, container)
    }
    return new StepResponse({ order_id })
  }
)

/**
 * Makes the order's tasks about money that is due fit its payments: a refund
 * completes the one, a payment the other. The reconciler does the same.
 */
export const syncMoneyDueWorkflow = createWorkflow(
  { name: "follow-ups-sync-money-due" },
  (input: Input) => new WorkflowResponse(syncMoneyDueStep(input))
)
