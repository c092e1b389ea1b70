import {
  countsFrom,
  newSince,
  openedByTrigger,
  type Plan,
  type Planning,
  unansweredSince,
} from "./plan"
import { type CustomerFacts } from "../../../shop/customers"
import {
  contactOfCustomer,
  numbersOfCustomer,
} from "../contact/contact-of-customer"
import { isOnRecord } from "../contact/number-to-call"
import { withNumber } from "./plan-order"
import type { Command } from "../task/decide/command"
import { isActive } from "../task/is-active"
import type { OpenRequest } from "../task/open-request"
import { isCallable } from "../contact/phone"
import { planNewNumber } from "./plan-new-number"
import { choosePlaybook, WAITS_FOR_ANSWER } from "./choose-playbook"
import { typesTriggeredBy } from "../rules/playbooks/triggered-by"
import type { OpeningFacts } from "./opening-facts"
import type { OrderReference, Task } from "../task/task"
import type { Contact } from "../contact/contact"
import { waitsForNumber } from "../task/waits-for-number"

/** A customer with everything that the plan is made from. */
type CustomerToPlan = {
  /** Null if the customer was deleted. */
  customer: CustomerFacts | null
  /** The customer's tasks without an order, in every state. */
  tasks: Task[]
  /**
   * Whether an event said that this customer was created; guests have no such
   * event.
   */
  announced: boolean
  /** Null if nothing may be opened, see `typesToOpenForCustomer`. */
  facts: OpeningFacts | null
}

/**
 * Plans the sync of a customer's own tasks (not those of their orders) with the
 * customer record.
 */
export function planCustomer(
  { customer, tasks, announced, facts }: CustomerToPlan,
  planning: Planning
): Plan {
  const active = tasks.filter(isActive)
  if (!customer) {
    return {
      open: [],
      commands: active.map(({ id }) => ({
        task_id: id,
        command: { kind: "cancel", reason: "customer_deleted", note: null },
      })),
    }
  }
  const contact = contactOfCustomer(customer, tasks, planning)
  return {
    open: facts
      ? openForCustomer(customer, tasks, announced, contact, facts, planning)
      : [],
    commands: active.flatMap((task) =>
      commandsFor(task, customer, contact, tasks, planning).map((command) => ({
        task_id: task.id,
        command,
      }))
    ),
  }
}

/**
 * The types of which this customer may open a task, so that the facts for
 * conditions are read only for such customers.
 */
export function typesToOpenForCustomer(
  customer: CustomerFacts,
  tasks: Pick<Task, "type">[],
  announced: boolean,
  planning: Planning
): string[] {
  const isNew =
    (announced || !customer.is_guest) &&
    countsFrom(customer.created_at, planning) !== null
  return isNew
    ? typesTriggeredBy("customer_created", planning.book).filter(
        (wanted) => !tasks.some(({ type }) => type === wanted)
      )
    : []
}

const NO_ORDER: OrderReference = {
  order_id: null,
  order_display_id: null,
  currency_code: null,
  order_total: null,
  customer_comment: null,
}

function openForCustomer(
  customer: CustomerFacts,
  tasks: Task[],
  announced: boolean,
  contact: Contact,
  facts: OpeningFacts,
  planning: Planning
): OpenRequest[] {
  const opened_at = countsFrom(customer.created_at, planning)
  return typesToOpenForCustomer(customer, tasks, announced, planning).flatMap(
    (type) => {
      const playbook = choosePlaybook(
        type,
        "customer_created",
        facts,
        planning.book,
        unansweredSince(newSince(customer.created_at, planning), planning)
      )
      return playbook && playbook !== WAITS_FOR_ANSWER && opened_at
        ? [
            {
              ...contact,
              ...NO_ORDER,
              sales_channel_id: null,
              region_id: null,
              stock_location_id: null,
              locale: null,
              type,
              playbook_id: playbook.id,
              opened_at,
              dedupe_key: openedByTrigger(type, customer.id),
            },
          ]
        : []
    }
  )
}

/** The country is updated before the number that is read with it. */
function commandsFor(
  task: Task,
  customer: CustomerFacts,
  contact: Contact,
  tasks: Task[],
  planning: Planning
): Command[] {
  const { phone, phone_e164, country_code } = contact
  const hasNumber = isCallable(phone, country_code ?? planning.default_country)
  const received = withNumber(task, phone, planning)
  const asks = received.length > 0
  const isFromRecord =
    task.dedupe_key === openedByTrigger(task.type, customer.id)
  // A task from the record follows it, but keeps a wrong number that still
  // stands there. One that code opened keeps its own, unless it lacks one.
  const takesNumber = isFromRecord
    ? phone !== null ||
      !isOnRecord(task, numbersOfCustomer(customer), tasks, planning)
    : hasNumber && (asks || waitsForNumber(task))
  const refresh: Command = {
    kind: "refresh",
    facts: {
      ...contact,
      ...NO_ORDER,
      phone: takesNumber ? phone : task.phone,
      phone_e164: takesNumber ? phone_e164 : task.phone_e164,
    },
  }
  return [
    refresh,
    ...(asks && hasNumber
      ? received
      : planNewNumber(task, contact, tasks, planning)),
  ]
}
