import type { MedusaContainer } from "@medusajs/framework/types"
import { updateCustomersWorkflow } from "@medusajs/medusa/core-flows"
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
  hasOwnNumber,
  outcomeOfPhone,
} from "../../modules/follow-up"
import { type CustomerFacts, loadCustomers } from "../../shop/customers"

type Kept = { customer_id: string; phone: string } | null

const findNumberToKeepStep = createStep(
  "find-number-to-keep",
  async (task_id: string, { container }) => {
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    const task = await followUp.findTask(task_id)
    const type = task && followUp.settings.types.get(task.type)
    if (
      !type ||
      task.outcome === null ||
      task.outcome !== outcomeOfPhone(type) ||
      !task.phone ||
      !task.customer_id
    ) {
      return new StepResponse<Kept>(null)
    }
    const { customer_id } = task
    const customer = (await loadCustomers([customer_id], container)).get(
      customer_id
    )
    return new StepResponse<Kept>(
      customer && !(await hasRightNumber(customer, container))
        ? { customer_id: customer.id, phone: task.phone_e164 ?? task.phone }
        : null
    )
  }
)

/** Whether the record itself has a number at which nobody else answered. */
async function hasRightNumber(
  customer: CustomerFacts,
  container: MedusaContainer
): Promise<boolean> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ customer_id: [customer.id] })
  return hasOwnNumber(customer, tasks, followUp.settings)
}

/**
 * Stores a number that a customer gave in the customer record, in E.164, if
 * that has none that can be called, so that it is asked for only once.
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
