import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, type Task } from "../../modules/follow-up"
import { loadCustomerIdsByEmail } from "../../shop/customers"

/** A person, as their tasks and the shop's customer records know them. */
export type Person = {
  /** Whose tasks are this person's. */
  person_ids: string[]
  /** Every customer record that is theirs: a guest's orders have one, too. */
  customer_ids: string[]
}

/**
 * Whose these contacts are, in their order: customer records with the same
 * e-mail address are one person's, and so is what a task has in common with
 * another. Medusa keeps the addresses of customers in lower case.
 */
export async function loadPersons(
  contacts: Pick<Task, "customer_id" | "email" | "phone_e164">[],
  container: MedusaContainer
): Promise<Person[]> {
  const known = await container.resolve(FOLLOW_UP_MODULE).knownPersons(contacts)
  const records = await loadCustomerIdsByEmail(
    [...new Set(known.flatMap(({ emails }) => emails))],
    container
  )
  return known.map(({ person_ids, customer_ids, emails }) => ({
    person_ids,
    customer_ids: [
      ...new Set([
        ...customer_ids,
        ...emails.flatMap((email) => records.get(email) ?? []),
      ]),
    ],
  }))
}
