import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refuseUnstorable } from "../../refusals"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { ordersOfFulfillments } from "../../shop/delivery"
import { syncOrders } from "../desk/reconciler/sync-orders"

type SyncOrdersInput = {
  order_ids?: string[]
  /** Syncs the orders that these fulfillments are of. */
  fulfillment_ids?: string[]
}

const syncOrdersStep = createStep(
  "sync-orders",
  async (
    { order_ids = [], fulfillment_ids = [] }: SyncOrdersInput,
    { container }
  ) => {
    refuseUnstorable(order_ids, ["order_ids"])
    const ofFulfillments = await ordersOfFulfillments(
      fulfillment_ids,
      container
    )
    const ids = [...new Set([...order_ids, ...ofFulfillments])]
    return new StepResponse((await syncOrders(ids, container)).event_ids)
  }
)

/**
 * Syncs the tasks of these orders with the orders: opens missing ones, cancels
 * pointless ones, and copies changed data. Events and the reconciler both use
 * it, so that they cannot differ.
 */
export const syncOrdersWorkflow = createWorkflow(
  { name: "follow-ups-sync-orders" },
  (input: SyncOrdersInput) => {
    const event_ids = syncOrdersStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
