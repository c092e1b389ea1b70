import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  PAYMENT_DUE_TASK,
  PAYMENT_DUE_TRIGGER,
} from "../../../desk/payment-due"
import { REFUND_DUE_TASK, REFUND_DUE_TRIGGER } from "../../../desk/refund-due"
import {
  FOLLOW_UP_MODULE,
  isActive,
  type Task,
} from "../../../modules/follow-up"
import type { Before } from "../../../modules/shortage"
import { amountOf, payable } from "../../../shop/amounts"
import {
  owedOf,
  moneyOfOrder,
  type OrderMoney,
} from "../../../shop/order-money"
import { loadOrders } from "../../../shop/orders"
import { loadUsers } from "../../../shop/users"
import { deliverOutbox } from "../../desk/deliver-outbox"
import { openFollowUps } from "../../follow-up/open-follow-ups"
import {
  type SettleFollowUp,
  settleFollowUps,
} from "../../follow-up/settle-follow-ups"
import { updateFollowUps } from "../../follow-up/update-follow-ups"
import { aboutOrder } from "../../follow-up/about-order"
import { moneyOf, sumOf } from "./money"

const dueSchema = z.object({
  /** In major units. */
  amount: z.number(),
  currency_code: z.string(),
  /** Returned or paid before in a way that Medusa does not know of. */
  settled: z.number(),
  /** The settlement of which this is known. */
  settlement_id: z.string(),
  /** What the shop had, paid or authorized, when this was known. */
  received: z.number().nullable().default(null),
})

/** What a task's data says of money that is due. */
export type DueInTask = z.infer<typeof dueSchema>

export function dueIn(
  data: Readonly<Record<string, unknown>>
): DueInTask | null {
  return dueSchema.nullable().catch(null).parse(data)
}

/** Money that is due after an order was changed, in one direction. */
export type MoneyDue = {
  task_type: string
  trigger: string
  /** By what Medusa knows of the order's payments. */
  dueOf: (money: OrderMoney) => number
  dueBefore: (before: Before) => number
  /** How its task is closed once nothing is due; null: by a person. */
  closing: (
    money: OrderMoney,
    known: DueInTask,
    container: MedusaContainer
  ) => Promise<Closing | null>
}

type Closing = Pick<SettleFollowUp, "by"> &
  ({ outcome: string } | { cancel_reason: string })

/**
 * What the customer gets back. Money is returned without a word to them, so it
 * is no attempt; of a canceled order, a person has to see that it has left.
 */
export const REFUND: MoneyDue = {
  task_type: REFUND_DUE_TASK,
  trigger: REFUND_DUE_TRIGGER,
  dueOf: owedOf,
  dueBefore: ({ pending }) => Math.max(0, -pending),
  closing: async (money, { received }, container) => {
    if (money.is_canceled) {
      return null
    }
    if (receivedOf(money) >= (received ?? Infinity)) {
      return { cancel_reason: "order_changed" }
    }
    const { refunded_by } = money
    // It may also be the id of an API key.
    const users = await loadUsers([refunded_by], container)
    const by =
      refunded_by && users.has(refunded_by) ? { user_id: refunded_by } : null
    return { outcome: "refunded", by }
  },
}

/** What the customer has yet to pay, unless a courier collects it. */
export const PAYMENT: MoneyDue = {
  task_type: PAYMENT_DUE_TASK,
  trigger: PAYMENT_DUE_TRIGGER,
  dueOf: (money) => {
    const { kind, amount } = moneyOf(money)
    return kind === "due" && !money.is_canceled ? amount : 0
  },
  dueBefore: ({ pending, authorized }) => Math.max(0, pending - authorized),
  // The desk itself cancels the tasks of an order that is canceled.
  closing: async (money, { received }) =>
    money.is_canceled
      ? null
      : receivedOf(money) > (received ?? 0)
        ? { outcome: "paid" }
        : { cancel_reason: "order_changed" },
}

/**
 * Opens the order's task about what is due, or makes it fit. What is due is read
 * from its payments, so that what was returned is not returned again; nor is
 * what a person has settled in another way.
 *
 * @param money - of the order, after it was changed
 * @param opens - whether a task is opened if none is active
 */
export async function openMoneyDue(
  due: MoneyDue,
  money: OrderMoney,
  {
    order_id,
    settlement_id,
    before,
    opens,
  }: {
    order_id: string
    settlement_id: string
    before: Before
    opens: boolean
  },
  container: MedusaContainer
): Promise<void> {
  const task = await taskOf(due, order_id, container)
  const known = task ? dueIn(task.data) : null
  if (known?.settlement_id === settlement_id) {
    return
  }
  const settled = Math.min(
    (known?.settled ?? 0) +
      (task && !isActive(task) ? (known?.amount ?? 0) : 0),
    due.dueBefore(before)
  )
  const data = dataOf(due, money, { settled, settlement_id })
  if (task && isActive(task)) {
    // Who returned something before did not do it by this.
    await change(due, task, data, { ...money, refunded_by: null }, container)
    return
  }
  const [order] = (await loadOrders([order_id], container)).values()
  if (opens && data.amount > 0 && order) {
    const { event_ids } = await openFollowUps(
      [
        {
          ...(await aboutOrder(order, container)),
          type: due.task_type,
          trigger: due.trigger,
          dedupe_key: keyOf(due, order_id),
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
 * Makes an active task fit what Medusa knows of the order's payments: once
 * nothing is due any more, it is closed.
 */
export async function syncMoneyDue(
  due: MoneyDue,
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const task = await taskOf(due, order_id, container)
  const known = task && isActive(task) ? dueIn(task.data) : null
  const money = known ? await moneyOfOrder(order_id, container) : null
  if (task && known && money) {
    const settled = Math.min(known.settled, due.dueOf(money))
    const data = dataOf(due, money, { ...known, settled })
    await change(due, task, data, money, container)
  }
}

/** What the order's active task says is due; null without one. */
export async function moneyDueOf(
  due: MoneyDue,
  order_id: string,
  container: MedusaContainer
): Promise<DueInTask | null> {
  const task = await taskOf(due, order_id, container)
  return task && isActive(task) ? dueIn(task.data) : null
}

function dataOf(
  { dueOf }: MoneyDue,
  money: OrderMoney,
  known: Pick<DueInTask, "settled" | "settlement_id">
): DueInTask {
  const { currency_code } = money
  const { settled, settlement_id } = known
  return {
    amount: payable(Math.max(0, dueOf(money) - settled), currency_code),
    currency_code,
    settled,
    settlement_id,
    received: receivedOf(money),
  }
}

const receivedOf = ({ paid, refunded, authorized }: OrderMoney): number =>
  amountOf(paid - refunded + sumOf(authorized))

async function change(
  due: MoneyDue,
  task: Task,
  now: DueInTask,
  money: OrderMoney,
  container: MedusaContainer
): Promise<void> {
  const known = dueIn(task.data)
  const dedupe_key = task.dedupe_key ?? ""
  const closing =
    now.amount === 0 && known
      ? await due.closing(money, known, container)
      : null
  // Killed before it is closed, it is closed in the same way later.
  const data = closing && known ? { ...now, received: known.received } : now
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
  if (closing) {
    const { event_ids } = await settleFollowUps(
      [{ dedupe_key, ...closing }],
      container
    )
    await deliverOutbox(event_ids, container)
  }
}

async function taskOf(
  due: MoneyDue,
  order_id: string,
  container: MedusaContainer
): Promise<Task | undefined> {
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [keyOf(due, order_id)] })
  return task
}

const keyOf = ({ task_type }: MoneyDue, order_id: string) =>
  `${task_type}:${order_id}`
