import type { Command } from "./decide/command"
import type { OpenRequest } from "./open-tasks"
import { isCallable, toE164 } from "./phone"
import type { Contact, OrderReference, Task } from "./task"

/** What the plan needs to know of an order, as the order module has it. */
export type OrderFacts = {
  id: string
  display_id: number
  created_at: Date
  updated_at: Date
  canceled_at: Date | null
  is_draft: boolean
  /** Completed or archived: nobody needs to be called about it any more. */
  is_over: boolean
  /** A shopper's checkout leaves its cart; an order taken by phone has none. */
  came_from_cart: boolean
  email: string | null
  currency_code: string
  total: number
  customer: {
    id: string
    first_name: string | null
    last_name: string | null
    phone: string | null
  } | null
  shipping_address: AddressFacts | null
  billing_address: AddressFacts | null
}

export type AddressFacts = {
  first_name: string | null
  last_name: string | null
  phone: string | null
  country_code: string | null
}

/** What must happen for the tasks to agree with the order or the customer. */
export type Plan = {
  open: OpenRequest[]
  commands: { task_id: string; command: Command }[]
}

/**
 * Brings one order's tasks in line with it: opens what is missing, closes what
 * has become pointless, and takes over what changed. Running it twice plans
 * nothing the second time.
 *
 * @param order - null where the order is gone
 * @param tasks - the order's tasks in every state
 * @param customerTasks - the customer's own: a number in the order is theirs, too
 * @param first_start - nothing is opened for older orders
 */
export function planOrder(
  order: OrderFacts | null,
  tasks: Task[],
  customerTasks: Task[],
  first_start: Date,
  default_country: string | null,
  now: Date
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

  const received = tasks.find(
    ({ type, outcome }) =>
      type === "complete_contact" && outcome === "number_received"
  )
  const contact = contactOf(order, received ?? null, default_country)
  return {
    open: missingTask(order, tasks, contact, first_start, default_country, now),
    commands: [
      ...active.flatMap((task) =>
        commandsFor(task, order, contact, default_country).map((command) => ({
          task_id: task.id,
          command,
        }))
      ),
      ...numberFor(customerTasks, contact, default_country),
    ],
  }
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

function missingTask(
  order: OrderFacts,
  tasks: Task[],
  contact: Contact,
  first_start: Date,
  default_country: string | null,
  now: Date
): OpenRequest[] {
  if (
    order.is_draft ||
    order.is_over ||
    !order.came_from_cart ||
    order.created_at < first_start
  ) {
    return []
  }
  const confirm = tasks.find(({ type }) => type === "confirm_order")
  const complete = tasks.find(({ type }) => type === "complete_contact")
  const request = { ...contact, ...referenceTo(order) }
  if (isCallable(contact.phone, contact.country_code ?? default_country)) {
    return confirm
      ? []
      : [
          {
            ...request,
            type: "confirm_order",
            opened_at: complete
              ? numberArrivedAt(complete, now)
              : order.created_at,
            dedupe_key: `confirm_order:${order.id}`,
          },
        ]
  }
  return confirm || complete
    ? []
    : [
        {
          ...request,
          type: "complete_contact",
          opened_at: order.created_at,
          dedupe_key: `complete_contact:${order.id}`,
        },
      ]
}

function numberArrivedAt(complete: Task, now: Date): Date {
  return complete.outcome === "number_received"
    ? (complete.completed_at ?? now)
    : now
}

/** The country is taken over before the number that is to be read with it. */
function commandsFor(
  task: Task,
  order: OrderFacts,
  contact: Contact,
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
    : [refresh]
}

/**
 * Name and number of the person to call: the shipping address first, as the
 * parcel goes there, then billing, then the customer record.
 */
function contactOf(
  order: OrderFacts,
  received: Task | null,
  default_country: string | null
): Contact {
  const { shipping_address, billing_address, customer } = order
  const people = [shipping_address, billing_address, customer]
  const country_code =
    shipping_address?.country_code ?? billing_address?.country_code ?? null
  const country = country_code ?? default_country
  const typed = [...people, received].flatMap(
    (person) => person?.phone?.trim() || []
  )
  const phone =
    typed.find((phone) => isCallable(phone, country)) ?? typed[0] ?? null
  return {
    customer_id: customer?.id ?? null,
    customer_name: people.map(fullName).find((name) => name !== null) ?? null,
    email: order.email,
    phone,
    phone_e164: toE164(phone, country),
    country_code,
  }
}

/** First and last name, or null where there is neither. */
export function fullName(
  person: { first_name: string | null; last_name: string | null } | null
): string | null {
  const name = [person?.first_name, person?.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ")
  return name === "" ? null : name
}

export function isActive({ status }: Pick<Task, "status">): boolean {
  return status === "open" || status === "waiting"
}

function referenceTo(order: OrderFacts): OrderReference {
  return {
    order_id: order.id,
    order_display_id: order.display_id,
    currency_code: order.currency_code,
    order_total: order.total,
  }
}
