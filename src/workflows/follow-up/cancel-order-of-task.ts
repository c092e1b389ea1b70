import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type FollowUpModuleService from "../../modules/follow-up/service"
import type { CommandInput, CommandResult } from "./command-workflow"
import { followOrdersWorkflow } from "./follow-orders"

const orderToCancelStep = createStep(
  "order-to-cancel",
  async ({ id }: CommandInput, { container }) => {
    const task = await container
      .resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
      .findTask(id)
    if (!task) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Follow-up task with id: ${id} was not found`
      )
    }
    if (task.fallback !== "cancel_order" || !task.order_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This task's order is not to be canceled: its attempts are not used up, or its playbook says otherwise"
      )
    }
    return new StepResponse(task.order_id)
  }
)

/**
 * Cancels the order of a task whose attempts are used up and whose playbook
 * then cancels orders: always at a person's word. The order's tasks are
 * canceled with it.
 *
 * @throws NOT_ALLOWED for any other task, and where Medusa cannot cancel the order
 */
export const cancelOrderOfTaskWorkflow = createWorkflow<
  CommandInput,
  CommandResult,
  []
>({ name: "follow-ups-cancel-order-of-task" }, (input) => {
  const order_id = orderToCancelStep(input)
  const cancellation = transform(
    { order_id, input },
    ({ order_id, input }) => ({
      order_id,
      canceled_by: input.actor_id ?? undefined,
    })
  )
  cancelOrderWorkflow.runAsStep({ input: cancellation })
  const canceled = transform({ order_id }, ({ order_id }) => ({
    order_ids: [order_id],
  }))
  followOrdersWorkflow.runAsStep({ input: canceled })
  const result = transform({ input }, ({ input }) => ({ id: input.id }))
  return new WorkflowResponse(result)
})
