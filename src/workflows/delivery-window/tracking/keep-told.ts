import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../../clock"
import { LATE_TASK } from "../../../desk/arrange-delivery"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"
import { FOLLOW_UP_MODULE, type Task } from "../../../modules/follow-up"
import { lateDataIn } from "./delay"

/** With these outcomes the customer knows when the courier comes. */
const TOLD = ["told", "compensated"]

/** Keeps that the customer was told, if the task's outcome says so. */
export async function keepToldOf(
  task: Pick<Task, "type" | "status" | "outcome" | "data">,
  container: MedusaContainer
): Promise<void> {
  const late = lateDataIn(task.data)
  if (
    task.type === LATE_TASK &&
    task.status === "completed" &&
    TOLD.includes(task.outcome ?? "") &&
    late?.expected_at
  ) {
    await container.resolve(DELIVERY_WINDOW_MODULE).keepTold(
      {
        booking_id: late.booking_id,
        kind: "late",
        to_at: new Date(late.expected_at),
        channel: "phone",
      },
      clockOf(container).now()
    )
  }
}

const keepToldStep = createStep(
  "keep-told",
  async ({ id, type }: { id: string; type: string }, { container }) => {
    if (type === LATE_TASK) {
      const task = await container.resolve(FOLLOW_UP_MODULE).findTask(id)
      if (task) {
        await keepToldOf(task, container)
      }
    }
    return new StepResponse({ id })
  }
)

/**
 * Keeps the time that a customer was told on the phone about a late delivery,
 * when the task about it is completed.
 */
export const keepToldWorkflow = createWorkflow(
  { name: "follow-ups-keep-told" },
  (input: { id: string; type: string }) =>
    new WorkflowResponse(keepToldStep(input))
)
