import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { FollowUpEventData } from "../../modules/follow-up"
import { syncOrdersWorkflow } from "./sync-orders"
import { keepReceivedPhoneWorkflow } from "./keep-received-phone"

/**
 * What follows from a completed task: the order that a number was missing for
 * is confirmed by phone, and the number is kept in the customer record.
 */
export const syncCompletedTaskWorkflow = createWorkflow(
  { name: "follow-ups-sync-completed-task" },
  (input: FollowUpEventData) => {
    const orders = transform({ input }, ({ input }) => ({
      order_ids: input.order_id ? [input.order_id] : [],
    }))
    const synced = syncOrdersWorkflow.runAsStep({ input: orders })
    const task = transform({ input }, ({ input }) => ({ task_id: input.id }))
    keepReceivedPhoneWorkflow.runAsStep({ input: task })
    return new WorkflowResponse(synced)
  }
)
