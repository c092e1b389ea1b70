import { type OrderFacts } from "../../../shop/orders"
import { contactOf } from "../contact/contact-of-order"
import type { Command } from "../task/decide/command"
import { isActive } from "../task/is-active"
import { openForOrder, referenceTo } from "./open-for-order"
import { isCallable } from "../contact/phone"
import type { Plan, Planning } from "./plan"
import { planNewNumber } from "./plan-new-number"
import type { OpeningFacts } from "./opening-facts"
import type { Task } from "../task/task"
import type { Contact } from "../contact/contact"

/** An order with everything that its plan is made from. */
type OrderToPlan = {
  /** Null where the order is gone. */
  order: OrderFacts | null
  /** The order's tasks in every state. */
  tasks: Task[]
  /** The customer's own: a number in the order is theirs, too. */
  customerTasks: Task[]
  /** Null where nothing may be opened, see `typesToOpen`. */
  facts: OpeningFacts | null
}

/**
 * Brings one order's tasks in line with it: opens what is missing, closes what
 * has become pointless, and takes over what changed. Running it twice plans
 * nothing the second time.
 */
export function planOrder(
  { order, tasks, customerTasks, facts }: OrderToPlan,
  planning: Planning
): Plan {
  const active = tasks.filter(isActive)
  if (!order || order.canceled_at) {
    return {
      open: [],
      commands: active.map(({ id }) => ({
        task_id: id,
        command: {
          kind: "cancel",
          reason: order ? "order_canceled" : "order_deleted",
          note: null,
          at: order?.canceled_at ?? undefined,
        },
      })),
    }
  }

  const { default_country } = planning
  const contact = contactOf(order, tasks, default_country)
  return {
    open: facts ? openForOrder(order, tasks, contact, facts, planning) : [],
    commands: [
      ...tasks.filter(isLeftBehind).map(({ id }) => ({
        task_id: id,
        command: { kind: "reopen" as const, note: null },
      })),
      ...active.flatMap((task) =>
        commandsFor(task, order, contact, tasks, default_country).map(
          (command) => ({ task_id: task.id, command })
        )
      ),
      ...numberFor(customerTasks, contact, default_country),
    ],
  }
}

/**
 * Whether an older version, which canceled a task before its order, was cut
 * short between the two. It told such tasks by the fallback that they kept.
 */
function isLeftBehind({ status, fallback }: Task): boolean {
  return status === "canceled" && fallback === "cancel_order"
}

/** A customer whose order has a number is not asked for one any more. */
function numberFor(
  customerTasks: Task[],
  { phone, phone_e164, country_code }: Contact,
  default_country: string | null
): Plan["commands"] {
  return isCallable(phone, country_code ?? default_country)
    ? customerTasks
        .filter((task) => isActive(task) && task.type === "complete_contact")
        .map(({ id }) => ({
          task_id: id,
          command: {
            kind: "complete",
            outcome: "number_received",
            note: null,
            // The customer's country may be another one than the order's.
            received_phone: phone_e164 ?? phone,
          },
        }))
    : []
}

/** The country is taken over before the number that is to be read with it. */
function commandsFor(
  task: Task,
  order: OrderFacts,
  contact: Contact,
  tasks: Task[],
  default_country: string | null
): Command[] {
  const { phone, phone_e164, country_code } = contact
  const refresh: Command = {
    kind: "refresh",
    facts: {
      ...contact,
      ...referenceTo(order),
      phone: phone ?? task.phone,
      phone_e164: phone ? phone_e164 : task.phone_e164,
    },
  }
  return task.type === "complete_contact" &&
    isCallable(phone, country_code ?? default_country)
    ? [
        refresh,
        {
          kind: "complete",
          outcome: "number_received",
          note: null,
          received_phone: phone,
        },
      ]
    : [refresh, ...planNewNumber(task, contact, tasks, default_country)]
}
