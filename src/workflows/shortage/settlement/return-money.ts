import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { Refusal } from "../../../refusals"
import { amountOf } from "../../../shop/amounts"
import { moneyOfOrder } from "../../../shop/order-money"
import { refuseDeedDuringCall } from "../../follow-up/refuse-deed-during-call"
import { moneyDueOf, REFUND, syncMoneyDue } from "./money-due"
import { underLock } from "./under-lock"

export type ReturnMoneyInput = {
  order_id: string
  /** In major units, as the agent was told. */
  amount: number
  /** The user; null for a program. */
  actor_id: string | null
  /** Do it although somebody else is calling the customer at this moment. */
  despite_call?: boolean
}

const returnMoneyStep = createStep(
  "return-money",
  async (input: ReturnMoneyInput, { container }) => {
    await refuseDeedDuringCall(input, container)
    return new StepResponse(
      await underLock(
        input.order_id,
        async () => await returnMoney(input, container),
        container
      )
    )
  }
)

/**
 * Returns what an order owes by Medusa's own refunds of what was captured, which
 * completes the task about it. Of two who do it at once, one does.
 *
 * @throws NOT_ALLOWED if somebody else is calling the customer, that is not what
 * is due now, or more than was captured, and what the payment provider says
 */
export const returnMoneyWorkflow = createWorkflow(
  { name: "follow-ups-return-money" },
  (input: ReturnMoneyInput) => new WorkflowResponse(returnMoneyStep(input))
)

async function returnMoney(
  { order_id, amount, actor_id }: ReturnMoneyInput,
  container: MedusaContainer
): Promise<{ order_id: string; amount: number }> {
  await syncMoneyDue(REFUND, order_id, container)
  const due = (await moneyDueOf(REFUND, order_id, container))?.amount ?? 0
  if (due === 0 || due !== amount) {
    throw new Refusal("refund_changed", { was: amount, due }, ["amount"])
  }
  const money = await moneyOfOrder(order_id, container)
  const captured = money?.captured ?? []
  if (captured.length === 0) {
    throw new Refusal("nothing_captured", {})
  }
  let left = amount
  for (const { id, amount: at_most } of captured) {
    // Of more than was captured Medusa tells the last one.
    const part = id === captured.at(-1)?.id ? left : Math.min(left, at_most)
    if (part > 0) {
      await refundPaymentWorkflow(container).run({
        input: {
          payment_id: id,
          amount: part,
          created_by: actor_id ?? undefined,
        },
      })
      left = amountOf(left - part)
    }
  }
  await syncMoneyDue(REFUND, order_id, container)
  return { order_id, amount }
}
