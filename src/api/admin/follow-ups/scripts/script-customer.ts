import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { fullName, type Task } from "../../../../modules/follow-up"

/** Whom a script speaks to; empty and null are unknown. */
export type ScriptCustomer = {
  name: string
  first_name: string
  /** As typed. */
  phone: string
  country_code: string | null
  /** The language that the order was placed in, as a language tag. */
  locale: string | null
}

type Person = {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
  country_code?: string | null
}

const PERSON = ["first_name", "last_name", "phone"]

/**
 * The customer of a task, or of an order: what the task knows comes first, as
 * a person may have corrected it.
 */
export async function scriptCustomer(
  task: Task | null,
  order_id: string | null,
  container: MedusaContainer
): Promise<ScriptCustomer> {
  const { people, locale } = order_id
    ? await peopleOfOrder(order_id, container)
    : await peopleOfRecord(task?.customer_id ?? null, container)
  const named = people.find((person) => nameOf(person) !== null)
  const name = task?.customer_name ?? (named ? nameOf(named) : null)
  return {
    name: name ?? "",
    // The first name of somebody else would be worse than none.
    first_name:
      (named && nameOf(named) === name ? named.first_name?.trim() : "") ?? "",
    phone: task?.phone ?? first(people, "phone") ?? "",
    country_code: task?.country_code ?? first(people, "country_code"),
    locale: task?.locale ?? locale,
  }
}

type KnownPeople = { people: Person[]; locale: string | null }

async function peopleOfOrder(
  id: string,
  container: MedusaContainer
): Promise<KnownPeople> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "locale",
      ...["shipping_address", "billing_address"].flatMap((address) =>
        [...PERSON, "country_code"].map((field) => `${address}.${field}`)
      ),
      ...PERSON.map((field) => `customer.${field}`),
    ],
    filters: { id },
  })
  const [order] = data
  return {
    people: [
      order?.shipping_address,
      order?.billing_address,
      order?.customer,
    ].flatMap((person) => person ?? []),
    locale: order?.locale ?? null,
  }
}

async function peopleOfRecord(
  id: string | null,
  container: MedusaContainer
): Promise<KnownPeople> {
  const people = id
    ? await container.resolve(Modules.CUSTOMER).listCustomers({ id })
    : []
  return { people, locale: null }
}

function nameOf({ first_name = null, last_name = null }: Person) {
  return fullName({ first_name, last_name })
}

function first(
  people: Person[],
  field: "phone" | "country_code"
): string | null {
  return people.map((person) => person[field]?.trim()).find(Boolean) ?? null
}
