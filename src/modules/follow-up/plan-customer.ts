import type { Command } from "./decide/command"
import { isCallable, toE164 } from "./phone"
import { fullName, isActive, type Plan } from "./plan-order"
import type { Task } from "./task"

/** What the plan needs to know of a customer, as the customer module has it. */
export type CustomerFacts = {
  id: string
  created_at: Date
  /** A checkout without an account leaves a customer record, too. */
  is_guest: boolean
  email: string | null
  first_name: string | null
  last_name: string | null
  phone: string | null
  addresses: { phone: string | null; country_code: string | null }[]
}

/**
 * Brings a customer's own tasks (not those of their orders) in line with the
 * customer record.
 *
 * @param customer - null where the customer is gone
 * @param tasks - the customer's tasks without an order, in every state
 * @param announced - an event said that this customer was created, which none
 * says of a guest
 */
export function planCustomer(
  customer: CustomerFacts | null,
  tasks: Task[],
  announced: boolean,
  first_start: Date,
  default_country: string | null
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

  const country_code =
    customer.addresses.find(({ country_code }) => country_code)?.country_code ??
    null
  const country = country_code ?? default_country
  const typed = [customer, ...customer.addresses].flatMap(
    ({ phone }) => phone?.trim() || []
  )
  const phone = typed.find((phone) => isCallable(phone, country)) ?? null
  const facts = {
    customer_id: customer.id,
    customer_name: fullName(customer),
    email: customer.email,
    country_code,
    order_id: null,
    order_display_id: null,
    currency_code: null,
    order_total: null,
  }

  if (phone) {
    const refresh: Command = {
      kind: "refresh",
      facts: { ...facts, phone, phone_e164: toE164(phone, country) },
    }
    const complete: Command = {
      kind: "complete",
      outcome: "number_received",
      note: null,
      received_phone: phone,
    }
    return {
      open: [],
      commands: active
        .filter(({ type }) => type === "complete_contact")
        // The country is taken over before the number that is read with it.
        .flatMap(({ id }) => [
          { task_id: id, command: refresh },
          { task_id: id, command: complete },
        ]),
    }
  }
  const isNew =
    customer.created_at >= first_start && (announced || !customer.is_guest)
  return {
    open:
      isNew && !tasks.some(({ type }) => type === "complete_contact")
        ? [
            {
              ...facts,
              phone: typed[0] ?? null,
              phone_e164: toE164(typed[0], country),
              type: "complete_contact",
              opened_at: customer.created_at,
              dedupe_key: `complete_contact:${customer.id}`,
            },
          ]
        : [],
    commands: active.map((task) => ({
      task_id: task.id,
      command: {
        kind: "refresh",
        facts: { ...facts, phone: task.phone, phone_e164: task.phone_e164 },
      },
    })),
  }
}
