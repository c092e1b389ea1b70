import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "./steps/deliver-events"
import { followActiveTasks } from "./steps/follow-active-tasks"
import { followNewRecords } from "./steps/follow-new-records"

const reconcileStep = createStep(
  "reconcile",
  async (_: Record<string, never>, { container }) =>
    new StepResponse([
      ...(await followNewRecords("order", container)),
      ...(await followNewRecords("customer", container)),
      ...(await followActiveTasks(container)),
    ])
)

/**
 * Finds what an event should have opened or closed and did not, from the
 * orders and customers themselves, and repairs it with the true times.
 */
export const reconcileWorkflow = createWorkflow(
  { name: "follow-ups-reconcile" },
  (input: Record<string, never>) => {
    const event_ids = reconcileStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
