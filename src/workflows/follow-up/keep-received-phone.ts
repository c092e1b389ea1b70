import { updateCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"

type Kept = { customer_id: string; phone: string } | null

const findNumberToKeepStep = createStep(
  "find-number-to-keep",
  async (task_id: string, { container }) => {
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    const task = await followUp.findTask(task_id)
    if (
      task?.outcome !== "number_received" ||
      !task.phone ||
      !task.customer_id
    ) {
      return new StepResponse<Kept>(null)
    }
    const [customer] = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: task.customer_id })
    return new StepResponse<Kept>(
      customer && !customer.phone
        ? { customer_id: customer.id, phone: task.phone }
        : null
    )
  }
)

/**
 * Writes a number that a customer gave into the customer record, where the
 * record has none: it is asked for once.
 */
export const keepReceivedPhoneWorkflow = createWorkflow(
  { name: "follow-ups-keep-received-phone" },
  (input: { task_id: string }) => {
    const kept = findNumberToKeepStep(input.task_id)
    when(
      "a-number-is-missing-in-the-record",
      { kept },
      ({ kept }) => kept !== null
    ).then(() => {
      const update = transform({ kept }, ({ kept }) => ({
        selector: { id: kept?.customer_id },
        update: { phone: kept?.phone },
      }))
      updateCustomersWorkflow.runAsStep({ input: update })
    })
    return new WorkflowResponse(kept)
  }
)
