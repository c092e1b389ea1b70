import {
  acquireLockStep,
  cancelOrderWorkflow,
} from "@medusajs/medusa/core-flows"

import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  FOLLOW_UP_MODULE,
  isClosedWithOrder,
  mayCancelOrder,
} from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { whatKeepsOrder } from "../../shop/cancelable"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { syncOrders } from "../desk/reconciler/sync-orders"
import { commandTask } from "./command-task"
import type { CommandInput, CommandResult } from "./command-workflow"
import { reportError } from "../desk/report-error"

/** In seconds. A payment provider may take its time with a refund. */
const WAITS_FOR_LOCK = 30
const LOCKED_FOR = 120

const findOrderOfTaskStep = createStep(
  "find-order-of-task",
  async ({ id }: CommandInput, { container }) => {
    const task = await container.resolve(FOLLOW_UP_MODULE).findTask(id)
    return new StepResponse({
      order_ids: task?.order_id ? [task.order_id] : [],
    })
  }
)

type Asked = {
  /** Null if the order is already canceled. */
  order_id: string | null
  event_ids: string[]
}

const askToCancelOrderStep = createStep(
  "ask-to-cancel-order",
  async (
    { input, order_ids }: { input: CommandInput; order_ids: string[] },
    { container }
  ) => {
    // If somebody was quicker, the order is canceled and this closes the task.
    const { event_ids } = await syncOrders(order_ids, container)
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    const { task } = await commandTask(
      {
        task_id: input.id,
        actor_id: input.actor_id,
        idempotency_key: input.idempotency_key,
        knows_of_call: input.despite_call,
        command: { kind: "cancel_order" },
      },
      container
    )
    const { type } = (await followUp.rulesOf([task]))(task)
    const order_id = mayCancelOrder(task, type) ? task.order_id : null
    if (order_id === null && !isClosedWithOrder(task)) {
      throw new Refusal("key_outdated", {})
    }
    const kept = order_id && (await whatKeepsOrder(order_id, container))
    if (kept === "completed" || kept === "fulfilled") {
      throw new Refusal(
        kept === "completed" ? "order_completed" : "order_fulfilled",
        {}
      )
    }
    return new StepResponse<Asked>({
      order_id: kept === "canceled" ? null : order_id,
      event_ids,
    })
  }
)

/**
 * Nothing here may fail: compensation would restore an order that was refunded.
 */
const closeTaskOfOrderStep = createStep(
  "close-task-of-order",
  async (
    {
      input: { id, actor_id },
      asked: { order_id, event_ids },
      order_ids,
    }: { input: CommandInput; asked: Asked; order_ids: string[] },
    { container }
  ) => {
    const report = (what: string) => (error: unknown) => {
      reportError(what, error, container)
      return null
    }
    const closed = order_id
      ? await syncOrders([order_id], container, undefined, {
          task_id: id,
          actor_id,
        }).catch(
          report(
            "an order was canceled, and the reconciler will close its task"
          )
        )
      : null
    await container
      .resolve(Modules.LOCKING)
      .release(order_ids)
      .catch(report("an order stays locked for two minutes"))
    return new StepResponse([...event_ids, ...(closed?.event_ids ?? [])])
  }
)

/**
 * Cancels the order of a task that is active, or that ended with something
 * wrong with the order; only a person can do this. Afterwards an active task is
 * closed in that person's name; the order's other tasks are synced by its
 * event. What was paid is refunded, as by Medusa's own route. If Medusa cannot
 * cancel the order, the task stays as it is; after a crash between the two, the
 * reconciler closes it. Sent twice, it cancels the order once.
 *
 * @throws Refusal for any other task, and if Medusa does not cancel the order
 */
export const cancelOrderOfTaskWorkflow = createWorkflow<
  CommandInput,
  CommandResult,
  []
>({ name: "follow-ups-cancel-order-of-task" }, (input) => {
  const { order_ids } = findOrderOfTaskStep(input)
  // The lock that Medusa also takes to edit orders.
  acquireLockStep({
    key: order_ids,
    timeout: WAITS_FOR_LOCK,
    ttl: LOCKED_FOR,
    executeOnSubWorkflow: true,
  })
  const asked = askToCancelOrderStep({ input, order_ids })
  when({ asked }, ({ asked }) => asked.order_id !== null).then(() => {
    const cancellation = transform({ asked, input }, ({ asked, input }) => ({
      order_id: asked.order_id ?? "",
      canceled_by: input.actor_id ?? undefined,
    }))
    cancelOrderWorkflow.runAsStep({ input: cancellation })
  })
  const event_ids = closeTaskOfOrderStep({ input, asked, order_ids })
  deliverEventsStep(event_ids)
  const result = transform({ input }, ({ input }) => ({ id: input.id }))
  return new WorkflowResponse(result)
})
