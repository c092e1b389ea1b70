import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { syncOrders } from "../desk/reconciler/sync-orders"

const syncOrdersStep = createStep(
  "sync-orders",
  async (order_ids: string[], { container }) =>
    new StepResponse((await syncOrders(order_ids, container)).event_ids)
)

/**
 * Brings the tasks of these orders in line with the orders: opens what is
 * missing, cancels what has become pointless, takes over what changed. The
 * events and the reconciler do the same thing here, so that neither can do
 * what the other does not.
 */
export const syncOrdersWorkflow = createWorkflow(
  { name: "follow-ups-sync-orders" },
  (input: { order_ids: string[] }) => {
    const event_ids = syncOrdersStep(input.order_ids)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
