import type { MedusaContainer } from "@medusajs/framework/types"
import {
  contactOf,
  contactOfCustomer,
  FOLLOW_UP_MODULE,
  type Task,
} from "../../../modules/follow-up"
import { loadCustomers } from "../../../shop/customers"
import { latestOrderOf } from "../../../shop/order-history"
import type { OrderFacts } from "../../../shop/orders"
import { storeName } from "../../../shop/store"
import { loadUsers } from "../../../shop/users"

/** The customer that a script addresses; empty and null mean unknown. */
export type ScriptCustomer = {
  name: string
  first_name: string
  /** As typed. */
  phone: string
  country_code: string | null
  /** The language of the order, as a language tag. */
  locale: string | null
}

/**
 * The customer of a task, or of an order: the task's own data comes first, as a
 * person may have corrected it.
 *
 * @param tasks - further sources of numbers, besides the records
 */
export async function scriptCustomer(
  task: Task | null,
  order: OrderFacts | null,
  tasks: Task[],
  container: MedusaContainer
): Promise<ScriptCustomer> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const customer = order ? null : await customerOf(task, container)
  const contact =
    (order && contactOf(order, tasks, settings)) ??
    (customer && contactOfCustomer(customer, tasks, settings))
  const name = task?.customer_name ?? contact?.customer_name ?? null
  // Whoever has ordered has told a language, and a country.
  const spoken = order
    ? null
    : await latestOrderOf(task?.customer_id ?? null, container)
  const named = [
    order?.shipping_address,
    order?.billing_address,
    order?.customer,
    customer,
    ...(customer?.addresses ?? []),
  ].find((person) => person?.name && person.name === name)
  return {
    name: name ?? "",
    // Addressing the customer by somebody else's first name would be worse than
    // by none.
    first_name: named?.first_name ?? "",
    phone: task?.phone ?? contact?.phone ?? "",
    country_code:
      task?.country_code ??
      contact?.country_code ??
      spoken?.country_code ??
      null,
    locale: task?.locale ?? order?.locale ?? spoken?.locale ?? null,
  }
}

/** The shop, and the user who calls; empty if there is no name. */
export async function whoSpeaks(
  user_id: string | null,
  container: MedusaContainer
): Promise<{ shop: string; agent: string }> {
  const users = await loadUsers([user_id], container)
  return {
    shop: await storeName(container),
    agent: users.get(user_id ?? "")?.name ?? "",
  }
}

async function customerOf(task: Task | null, container: MedusaContainer) {
  const id = task?.customer_id
  return id ? ((await loadCustomers([id], container)).get(id) ?? null) : null
}
