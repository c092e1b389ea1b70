import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { REFUND_DUE_TASK, REFUND_DUE_TRIGGER } from "../../../desk/refund-due"
import {
  FOLLOW_UP_MODULE,
  isActive,
  type Task,
} from "../../../modules/follow-up"
import { payable } from "../../../shop/amounts"
import { owedOf, moneyOfOrder } from "../../../shop/order-money"
import { loadOrders } from "../../../shop/orders"
import { loadUsers } from "../../../shop/users"
import { deliverOutbox } from "../../desk/deliver-outbox"
import { openFollowUps } from "../../follow-up/open-follow-ups"
import { settleFollowUps } from "../../follow-up/settle-follow-ups"
import { updateFollowUps } from "../../follow-up/update-follow-ups"
import { aboutOrder } from "../../follow-up/about-order"

const refundSchema = z.object({
  /** In major units. */
  amount: z.number(),
  currency_code: z.string(),
  /** Returned before in a way that Medusa does not know of. */
  settled: z.number(),
  /** The settlement of which this is known. */
  settlement_id: z.string(),
})

export type RefundDue = z.infer<typeof refundSchema>

/** What a task's data says of a refund. */
export function refundIn(
  data: Readonly<Record<string, unknown>>
): RefundDue | null {
  return refundSchema.nullable().catch(null).parse(data)
}

/**
 * Opens the order's task about what is to be returned, or makes it fit. What the
 * order owes is read from its payments, so that what was returned is not
 * returned again; nor is what a person has settled in another way.
 *
 * @param owed_before - what the order owed before the settlement
 */
export async function openRefundDue(
  order_id: string,
  {
    settlement_id,
    owed_before,
  }: { settlement_id: string; owed_before: number },
  container: MedusaContainer
): Promise<void> {
  const money = await moneyOfOrder(order_id, container)
  const task = await taskOf(order_id, container)
  const known = task ? refundIn(task.data) : null
  if (!money || known?.settlement_id === settlement_id) {
    return
  }
  const settled = Math.min(
    (known?.settled ?? 0) +
      (task && !isActive(task) ? (known?.amount ?? 0) : 0),
    owed_before
  )
  const data: RefundDue = {
    amount: payable(Math.max(0, owedOf(money) - settled), money.currency_code),
    currency_code: money.currency_code,
    settled,
    settlement_id,
  }
  if (task && isActive(task)) {
    await change(task, data, container)
    return
  }
  const [order] = (await loadOrders([order_id], container)).values()
  if (data.amount > 0 && order) {
    const { event_ids } = await openFollowUps(
      [
        {
          ...(await aboutOrder(order, container)),
          type: REFUND_DUE_TASK,
          trigger: REFUND_DUE_TRIGGER,
          dedupe_key: keyOf(order_id),
          if_closed: "reopen",
          data,
        },
      ],
      container
    )
    await deliverOutbox(event_ids, container)
  }
}

/**
 * Makes an active task fit what Medusa knows of the order's payments: a refund
 * completes it in the name of whoever gave it, on the call sheet or on the order's
 * page, except of a canceled order, where a person has to see that the money has
 * left. Money is returned without a word to the customer, so it is no attempt.
 */
export async function syncRefundDue(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const task = await taskOf(order_id, container)
  const known = task ? refundIn(task.data) : null
  const money = await moneyOfOrder(order_id, container)
  if (task && isActive(task) && known && money) {
    const owed = owedOf(money)
    const settled = Math.min(known.settled, owed)
    await change(
      task,
      {
        ...known,
        settled,
        amount: payable(owed - settled, money.currency_code),
      },
      container,
      !money.is_canceled && { refunded_by: money.refunded_by }
    )
  }
}

/** What the order's active task says is to be returned; null without one. */
export async function refundDueOf(
  order_id: string,
  container: MedusaContainer
): Promise<RefundDue | null> {
  const task = await taskOf(order_id, container)
  return task && isActive(task) ? refundIn(task.data) : null
}

async function change(
  task: Task,
  data: RefundDue,
  container: MedusaContainer,
  completes: false | { refunded_by: string | null } = { refunded_by: null }
): Promise<void> {
  const known = refundIn(task.data)
  const dedupe_key = task.dedupe_key ?? ""
  if (
    data.amount !== known?.amount ||
    data.settlement_id !== known.settlement_id
  ) {
    const { event_ids } = await updateFollowUps(
      [{ dedupe_key, data }],
      container
    )
    await deliverOutbox(event_ids, container)
  }
  if (data.amount === 0 && completes) {
    const { refunded_by } = completes
    // It may also be the id of an API key.
    const users = await loadUsers([refunded_by], container)
    const by =
      refunded_by && users.has(refunded_by) ? { user_id: refunded_by } : null
    const { event_ids } = await settleFollowUps(
      [{ dedupe_key, outcome: "refunded", by }],
      container
    )
    await deliverOutbox(event_ids, container)
  }
}

async function taskOf(
  order_id: string,
  container: MedusaContainer
): Promise<Task | undefined> {
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [keyOf(order_id)] })
  return task
}

const keyOf = (order_id: string) => `${REFUND_DUE_TASK}:${order_id}`
