import { type OrderFacts } from "../../../shop/orders"
import { contactOf, numbersOfOrder } from "../contact/contact-of-order"
import { isOnRecord } from "../contact/number-to-call"
import type { Command } from "../task/decide/command"
import { isActive } from "../task/is-active"
import { openForOrder, orderReference } from "./open-for-order"
import { isCallable } from "../contact/phone"
import { openedByTrigger, type Plan, type Planning } from "./plan"
import { planNewNumber } from "./plan-new-number"
import type { OpeningFacts } from "./opening-facts"
import { outcomeOfPhone } from "../rules/playbooks/task-types"
import { typeForPhone } from "../rules/settings"
import { requestKeys } from "../task/number-request"
import type { Task } from "../task/task"
import type { Contact } from "../contact/contact"
import { waitsForNumber } from "../task/waits-for-number"

/** An order with everything that its plan is made from. */
type OrderToPlan = {
  /** Null if the order was deleted. */
  order: OrderFacts | null
  /** The order's tasks in every state. */
  tasks: Task[]
  /** The customer's own tasks: a number in the order is theirs, too. */
  customerTasks: Task[]
  /**
   * What the person was asked about other orders: one number was wrong for all
   * of them, and is asked for once.
   */
  requests?: Task[]
  /** Null if nothing may be opened, see `typesToOpen`. */
  facts: OpeningFacts | null
}

/**
 * Plans the sync of one order's tasks with the order: opens missing ones,
 * closes pointless ones, and copies changed data. Planning again after that
 * plans nothing.
 */
export function planOrder(
  { order, tasks, customerTasks, requests = [], facts }: OrderToPlan,
  planning: Planning
): Plan {
  const active = tasks.filter(isActive)
  if (!order) {
    return {
      open: [],
      commands: active.map(({ id }) => ({
        task_id: id,
        command: { kind: "cancel", reason: "order_deleted", note: null },
      })),
    }
  }
  const contact = contactOf(order, [...tasks, ...requests], planning)
  const { canceled_at } = order
  return {
    open: facts ? openForOrder(order, tasks, contact, facts, planning) : [],
    commands: [
      ...(canceled_at ? [] : tasks.filter(isLeftBehind)).map(({ id }) => ({
        task_id: id,
        command: { kind: "reopen" as const, note: null },
      })),
      ...active.flatMap((task) =>
        (endsWithOrder(task, order, tasks, planning)
          ? [canceledWithOrder(order, task)]
          : commandsFor(task, order, contact, { tasks, requests }, planning)
        ).map((command) => ({ task_id: task.id, command }))
      ),
      ...(canceled_at ? [] : numberFor(customerTasks, contact, planning)),
    ],
  }
}

/** Whether the task is pointless now that its order is canceled or over. */
function endsWithOrder(
  { type }: Task,
  order: OrderFacts,
  tasks: Task[],
  { types }: Planning
): boolean {
  const keeps = (name: string) => {
    const declared = types.get(name)
    return order.canceled_at
      ? declared?.when_order_canceled === "keep"
      : !order.over || declared?.when_order_over !== "cancel"
  }
  // A task that stays may be waiting for the number that this one asks for.
  const isAwaited =
    types.get(type)?.gets === "phone" &&
    tasks.some((other) => waitsForNumber(other) && keeps(other.type))
  return !keeps(type) && !isAwaited
}

/**
 * Since when an order is over is not among its facts; it was its last change,
 * or before. A task that was opened after that is canceled as of now.
 */
function canceledWithOrder(
  { canceled_at, over, updated_at }: OrderFacts,
  { opened_at }: Task
): Command {
  const over_at = updated_at > opened_at ? updated_at : undefined
  return {
    kind: "cancel",
    reason: canceled_at ? "order_canceled" : `order_${over}`,
    note: null,
    at: canceled_at ?? over_at,
  }
}

/**
 * Whether an older version was interrupted here: it canceled a task before its
 * order, and such tasks kept their fallback.
 */
function isLeftBehind({ status, fallback }: Task): boolean {
  return status === "canceled" && fallback === "cancel_order"
}

/** A customer whose order has a number is not asked for one any more. */
function numberFor(
  customerTasks: Task[],
  { phone, phone_e164, country_code }: Contact,
  planning: Planning
): Plan["commands"] {
  return isCallable(phone, country_code ?? planning.default_country)
    ? customerTasks.filter(isActive).flatMap((task) =>
        // The customer's country may differ from the order's.
        withNumber(task, phone_e164 ?? phone, planning).map((command) => ({
          task_id: task.id,
          command,
        }))
      )
    : []
}

/** The country is updated before the number that is read with it. */
function commandsFor(
  task: Task,
  order: OrderFacts,
  contact: Contact,
  { tasks, requests }: Required<Pick<OrderToPlan, "tasks" | "requests">>,
  planning: Planning
): Command[] {
  const { phone, phone_e164, country_code } = contact
  const refresh: Command = {
    kind: "refresh",
    facts: {
      ...contact,
      ...orderReference(order),
      ...(phone === null && keepsPhone(task, order, tasks, planning)
        ? { phone: task.phone, phone_e164: task.phone_e164 }
        : { phone, phone_e164 }),
    },
  }
  const received = isCallable(phone, country_code ?? planning.default_country)
    ? withNumber(task, phone, planning)
    : []
  return [
    refresh,
    ...(received.length > 0
      ? received
      : planNewNumber(task, contact, [...tasks, ...requests], planning)),
  ]
}

/**
 * Whether a task keeps a number that cannot be called: a wrong one that still
 * stands in the order, or the one that a shop's own code opened it with.
 */
function keepsPhone(
  task: Task,
  order: OrderFacts,
  tasks: Task[],
  planning: Planning
): boolean {
  const type = typeForPhone(planning)
  const fromOrder = [
    openedByTrigger(task.type, order.id),
    ...tasks.flatMap((other) => requestKeys(type, other)),
  ]
  return (
    !fromOrder.includes(task.dedupe_key ?? "") ||
    isOnRecord(task, numbersOfOrder(order), tasks, planning)
  )
}

/**
 * Completes a task that is to get a number, for which nothing of the call waits
 * any more; does nothing for any other.
 */
export function withNumber(
  { type }: Pick<Task, "type">,
  phone: string | null,
  { types }: Pick<Planning, "types">
): Command[] {
  const declared = types.get(type)
  const outcome = declared?.gets === "phone" && outcomeOfPhone(declared)
  return outcome
    ? [
        { kind: "complete", outcome, note: null, received_phone: phone },
        { kind: "customer_answered", needs_call: false },
      ]
    : []
}
