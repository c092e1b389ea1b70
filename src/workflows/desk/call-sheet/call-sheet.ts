import type { MedusaContainer } from "@medusajs/framework/types"
import type { Task } from "../../../modules/follow-up"
import {
  type OrderToReadOut,
  orderToReadOut,
} from "../../../shop/order-to-read-out"
import { loadOrders } from "../../../shop/orders"
import {
  type AboutCustomer,
  aboutCustomer,
  tasksOfCustomer,
} from "./about-customer"
import { scriptCustomer, whoSpeaks } from "./script-people"
import { type WhatToSay, whatToSay } from "./what-to-say"

/** Who reads the sheet, and when. */
export type Reader = {
  /** Null for a program. */
  user_id: string | null
  /** Whose tasks may be seen; undefined for everyone's. */
  visible_to: string | null | undefined
  /** For a customer whose language is not known. */
  locale: string
  now: Date
}

export type CallSheet = {
  say: WhatToSay
  /** Null without an order, and where it is gone. */
  order: OrderToReadOut | null
  customer: AboutCustomer
}

/** What to say, what was ordered, and what happened before. */
export async function readCallSheet(
  task: Task,
  { user_id, visible_to, locale, now }: Reader,
  container: MedusaContainer
): Promise<CallSheet> {
  const { order_id } = task
  const order = order_id ? await orderToReadOut(order_id, container) : null
  const tasks = await tasksOfCustomer(task, visible_to, container)
  const customer = await scriptCustomer(
    task,
    await orderOf(order_id, container),
    tasks.filter((each) => each.order_id === order_id),
    container
  )
  return {
    say: await whatToSay(
      task,
      { ...(await whoSpeaks(user_id, container)), customer, order, now },
      locale,
      container
    ),
    order,
    customer: await aboutCustomer(
      task,
      tasks,
      order?.created_at ?? null,
      container
    ),
  }
}

async function orderOf(order_id: string | null, container: MedusaContainer) {
  return order_id
    ? ((await loadOrders([order_id], container)).get(order_id) ?? null)
    : null
}
