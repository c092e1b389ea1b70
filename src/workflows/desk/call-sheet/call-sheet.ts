import type { MedusaContainer } from "@medusajs/framework/types"
import type { AskedFor, SheetSection } from "../../../desk/handlers"
import {
  FOLLOW_UP_MODULE,
  isActive,
  LARGEST_CALL,
  type Task,
} from "../../../modules/follow-up"
import { orderToReadOut } from "../../../shop/order-to-read-out"
import { loadOrders } from "../../../shop/orders"
import {
  type AboutCustomer,
  aboutCustomer,
  tasksOfCustomer,
} from "./about-customer"
import { sectionsOf } from "../kinds"
import { readOnce } from "../read-once"
import { reportedUnits } from "../reported-units"
import { type WrittenChannel, writtenChannels } from "../written-channels"
import { scriptCustomer, whoSpeaks } from "./script-people"
import { type WhatToSay, whatToSay } from "./what-to-say"

/** Who reads the sheet. */
export type Reader = {
  /** Null for a program. */
  user_id: string | null
  /** Whose tasks may be seen; undefined for everyone's. */
  visible_to: string | null | undefined
  /** Used if the customer's language is unknown. */
  locale: string
  now: Date
}

/** One task of a call, and its script. */
export type TaskOfCall = WhatToSay & { task: Task }

export type CallSheet = {
  tasks: TaskOfCall[]
  /** The sections of these tasks' kinds of work. */
  sections: (SheetSection & { kind: string })[]
  customer: AboutCustomer
  /** By what the shop can write to the customer from here. */
  channels: ChannelToCustomer[]
  /** The subject of an e-mail, to begin with. */
  subject: string
}

/** A channel that a notification provider serves. */
export type ChannelToCustomer = {
  channel: WrittenChannel
  /** The customer's address there, if it is known. */
  to: string | null
}

/**
 * What a sheet is about: a task, and then the others that its person has open,
 * in the queue's order. A closed task is alone.
 */
export async function callOf(
  task: Task,
  container: MedusaContainer
): Promise<[Task, ...Task[]]> {
  if (!isActive(task)) {
    return [task]
  }
  const call = await container
    .resolve(FOLLOW_UP_MODULE)
    .findCall(task.person_id, LARGEST_CALL)
  return [task, ...call.filter(({ id }) => id !== task.id)]
}

/**
 * The sheet of a call about these tasks of one customer: the script of each,
 * the sections of their kinds of work, and the customer's history.
 *
 * @param tasks - the one that the call starts with first
 */
export async function readCallSheet(
  [first, ...others]: [Task, ...Task[]],
  { user_id, visible_to, locale, now }: Reader,
  container: MedusaContainer
): Promise<CallSheet> {
  const tasks: [Task, ...Task[]] = [first, ...others]
  const contact = await contactIn(tasks, container)
  const ofCustomer = await tasksOfCustomer(first, visible_to, container)
  const speaker = await whoSpeaks(user_id, container)
  const order_ids = tasks.flatMap(({ order_id }) => order_id ?? [])
  const orders = await loadOrders([...new Set(order_ids)], container)
  const asked = { locale, now, readOrder: orderReader(container) }
  const said: TaskOfCall[] = []
  for (const task of tasks) {
    const order = orders.get(task.order_id ?? "") ?? null
    const customer = await scriptCustomer(
      task,
      order,
      ofCustomer.filter((each) => each.order_id === task.order_id),
      container
    )
    const readOut = order && (await asked.readOrder(order.id))
    const speaking = { ...speaker, customer, order: readOut, now }
    said.push({ task, ...(await whatToSay(task, speaking, asked, container)) })
  }
  // Without an order, such as for a registration, orders that came later are
  // not earlier ones.
  const since = orders.get(first.order_id ?? "")?.created_at ?? first.opened_at
  return {
    tasks: said,
    sections: await sectionsOf(tasks, asked, container),
    customer: await aboutCustomer(
      contact,
      ofCustomer,
      since,
      order_ids,
      container
    ),
    channels: channelsTo(contact, container),
    subject:
      first.order_display_id === null
        ? speaker.shop
        : `${speaker.shop} #${first.order_display_id}`,
  }
}

/** The task of the call with the number to call. */
async function contactIn(
  tasks: [Task, ...Task[]],
  container: MedusaContainer
): Promise<Task> {
  const [{ person_id }] = tasks
  const calls = await container.resolve(FOLLOW_UP_MODULE).listCalls([person_id])
  const id = calls.get(person_id)?.contact.task_id
  return tasks.find((task) => task.id === id) ?? tasks[0]
}

function channelsTo(
  { email, phone_e164 }: Task,
  container: MedusaContainer
): ChannelToCustomer[] {
  return writtenChannels(container).map((channel) => ({
    channel,
    to: channel === "email" ? email : phone_e164,
  }))
}

/** Reads each order once, however often it is requested. */
export function orderReader(container: MedusaContainer): AskedFor["readOrder"] {
  const { customer_comment_key } = container.resolve(FOLLOW_UP_MODULE).settings
  return readOnce(
    async (order_id: string) =>
      await orderToReadOut(
        order_id,
        customer_comment_key,
        (line_ids) => reportedUnits(line_ids, container),
        container
      )
  )
}
