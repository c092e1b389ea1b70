import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type PersonFacts, personFacts, type PersonRow } from "./people"

/**
 * The facts that plans need of these customers; deleted customers are omitted.
 */
export async function loadCustomers(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, CustomerFacts>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: [
      "id",
      "created_at",
      "created_by",
      "has_account",
      "email",
      "first_name",
      "last_name",
      "phone",
      "addresses.first_name",
      "addresses.last_name",
      "addresses.phone",
      "addresses.country_code",
    ],
    filters: { id: ids },
  })
  return new Map(
    data.map((customer) => [
      customer.id,
      {
        id: customer.id,
        created_at: new Date(customer.created_at),
        is_guest: !customer.has_account && !customer.created_by,
        email: customer.email ?? null,
        ...personFacts(customer),
        addresses: (customer.addresses ?? []).map((address: AddressRow) => ({
          ...personFacts(address),
          country_code: address.country_code ?? null,
        })),
      },
    ])
  )
}

type AddressRow = PersonRow & { country_code?: string | null }

/**
 * The facts that a plan needs of a customer, as the customer module has them.
 */
export type CustomerFacts = PersonFacts & {
  id: string
  created_at: Date
  /** A checkout without an account creates a customer record, too. */
  is_guest: boolean
  email: string | null
  addresses: (PersonFacts & { country_code: string | null })[]
}

/** The records of the customers with these addresses, by the address. */
export async function loadCustomerIdsByEmail(
  emails: string[],
  container: MedusaContainer
): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>()
  if (emails.length === 0) {
    return ids
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "email"],
      filters: { email: emails },
    })
  for (const { id, email } of data) {
    if (email) {
      ids.set(email, [...(ids.get(email) ?? []), id])
    }
  }
  return ids
}

type GroupedRow = { id: string; groups?: { id: string }[] | null }

/** The groups of these customers, by customer. */
export async function loadCustomerGroups(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, string[]>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "groups.id"],
      filters: { id: ids },
    })
  const rows: GroupedRow[] = data
  return new Map(
    rows.map(({ id, groups }) => [id, (groups ?? []).map(({ id }) => id)])
  )
}
