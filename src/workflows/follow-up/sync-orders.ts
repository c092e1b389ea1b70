import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refuseUnstorable } from "../../refusals"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { syncOrders } from "../desk/reconciler/sync-orders"

const syncOrdersStep = createStep(
  "sync-orders",
  async (order_ids: string[], { container }) => {
    refuseUnstorable(order_ids, ["order_ids"])
    return new StepResponse((await syncOrders(order_ids, container)).event_ids)
  }
)

/**
 * Syncs the tasks of these orders with the orders: opens missing ones, cancels
 * pointless ones, and copies changed data. Events and the reconciler both use
 * it, so that they cannot differ.
 */
export const syncOrdersWorkflow = createWorkflow(
  { name: "follow-ups-sync-orders" },
  (input: { order_ids: string[] }) => {
    const event_ids = syncOrdersStep(input.order_ids)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
