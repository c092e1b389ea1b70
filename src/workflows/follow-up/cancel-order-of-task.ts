import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { isCanceledWithOrder } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import type { CommandInput, CommandResult } from "./command-workflow"
import { commandTask } from "./command-task"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { keepOrders } from "../desk/reconciler/keep-orders"

const cancelTaskOfOrderStep = createStep(
  "cancel-task-of-order",
  async (input: CommandInput, { container }) => {
    const { task, event_ids } = await commandTask(
      {
        task_id: input.id,
        actor_id: input.actor_id,
        idempotency_key: input.idempotency_key,
        command: { kind: "cancel_order" },
      },
      container
    )
    if (!isCanceledWithOrder(task)) {
      throw new Refusal("key_outdated", {})
    }
    const { id, order_id } = task
    // Who changed nothing came second: the order is the first one's to cancel.
    const isFirst = event_ids.length > 0
    return new StepResponse(
      { id, order_id: isFirst ? order_id : null, event_ids },
      isFirst ? { id, order_id } : null
    )
  },
  async (canceled, { container }) => {
    if (canceled) {
      await keepOrders([canceled], container)
    }
  }
)

/**
 * Cancels the order of a task whose attempts are used up and whose playbook
 * then cancels orders: always at a person's word. The task is canceled first,
 * in that person's name, so that nobody goes on with it meanwhile; where Medusa
 * cannot cancel the order, it is brought back. The order's other tasks follow
 * its event. Sent twice, it cancels the order once.
 *
 * @throws NOT_ALLOWED for any other task, and where Medusa cannot cancel the order
 */
export const cancelOrderOfTaskWorkflow = createWorkflow<
  CommandInput,
  CommandResult,
  []
>({ name: "follow-ups-cancel-order-of-task" }, (input) => {
  const canceled = cancelTaskOfOrderStep(input)
  when({ canceled }, ({ canceled }) => canceled.order_id !== null).then(() => {
    const cancellation = transform(
      { canceled, input },
      ({ canceled, input }) => ({
        order_id: canceled.order_id ?? "",
        canceled_by: input.actor_id ?? undefined,
      })
    )
    // The last step that may fail: what follows must not bring back an order that was refunded.
    cancelOrderWorkflow.runAsStep({ input: cancellation })
  })
  const event_ids = transform(
    { canceled },
    ({ canceled }) => canceled.event_ids
  )
  deliverEventsStep(event_ids)
  const result = transform({ canceled }, ({ canceled }) => ({
    id: canceled.id,
  }))
  return new WorkflowResponse(result)
})
