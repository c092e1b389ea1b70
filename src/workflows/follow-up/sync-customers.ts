import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refuseUnstorable } from "../../refusals"
import { deliverEventsStep } from "../desk/deliver-outbox"
import {
  syncCustomers,
  type SyncCustomersInput,
} from "../desk/reconciler/sync-customers"

const syncCustomersStep = createStep(
  "sync-customers",
  async (input: SyncCustomersInput, { container }) => {
    refuseUnstorable(input)
    return new StepResponse((await syncCustomers(input, container)).event_ids)
  }
)

/**
 * Syncs the tasks of these customers, and of their orders, with the customer
 * records.
 */
export const syncCustomersWorkflow = createWorkflow(
  { name: "follow-ups-sync-customers" },
  (input: SyncCustomersInput) => {
    const event_ids = syncCustomersStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)
