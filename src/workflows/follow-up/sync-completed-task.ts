import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { FollowUpEventData } from "../../modules/follow-up"
import { syncOrdersWorkflow } from "./sync-orders"
import { keepReceivedPhoneWorkflow } from "./keep-received-phone"

/**
 * Applies the consequences of a completed task: an order that had no number
 * gets its confirmation call, and the number is stored in the customer record.
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
