import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { FollowUpEventData } from "../../modules/follow-up/events"
import { followOrdersWorkflow } from "./follow-orders"
import { keepReceivedPhoneWorkflow } from "./keep-received-phone"

/**
 * What follows from a completed task: a number that was received is kept in
 * the customer record, and the order it was missing for is confirmed by phone.
 */
export const followCompletedTaskWorkflow = createWorkflow(
  { name: "follow-ups-follow-completed-task" },
  (input: FollowUpEventData) => {
    const task = transform({ input }, ({ input }) => ({ task_id: input.id }))
    keepReceivedPhoneWorkflow.runAsStep({ input: task })
    const orders = transform({ input }, ({ input }) => ({
      order_ids: input.order_id ? [input.order_id] : [],
    }))
    return new WorkflowResponse(
      followOrdersWorkflow.runAsStep({ input: orders })
    )
  }
)
