import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "./steps/deliver-events"
import {
  followCustomers,
  type FollowCustomersInput,
} from "./steps/follow-customers"

const followCustomersStep = createStep(
  "follow-customers",
  async (input: FollowCustomersInput, { container }) =>
    new StepResponse((await followCustomers(input, container)).event_ids)
)

/**
 * Brings the tasks of these customers, and of their orders, in line with the
 * customer records.
 */
export const followCustomersWorkflow = createWorkflow(
  { name: "follow-ups-follow-customers" },
  (input: FollowCustomersInput) => {
    const event_ids = followCustomersStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
