import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SettlementInput } from "./plan"
import { settle } from "./settle"

/**
 * One step, since what is undone if it fails must also be undone after a crash,
 * from what is written down: see `finishSettlements`.
 */
const settleShortageStep = createStep(
  "settle-shortage",
  async (input: SettlementInput, { container }) =>
    new StepResponse(await settle(input, container))
)

/**
 * Carries out what was agreed with the customer about a line that is short, as
 * an edit of the order where the order changes. What is held for the customer
 * becomes the line's reservation without a gap; the payment collection fits the
 * new total, and money that is to be returned gets a task. Only units that are
 * not packed yet are touched, and no change of the order but its own. If it
 * fails, holds and order are as before; after a crash, within minutes.
 *
 * @throws NOT_FOUND for an unknown order or line; NOT_ALLOWED if somebody else is
 * calling the customer, nothing more is to be sent of it, a hold is over, another
 * change of the order is open, or Medusa refuses the edit; INVALID_DATA for more units than are yet to be packed
 * @example
 * await settleShortageWorkflow(container).run({
 *   input: {
 *     order_id,
 *     line_item_id,
 *     actor_id: null,
 *     deed: { kind: "remove", units: 1 },
 *   },
 * })
 */
export const settleShortageWorkflow = createWorkflow(
  { name: "follow-ups-settle-shortage" },
  (input: SettlementInput) => new WorkflowResponse(settleShortageStep(input))
)
