import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What the plans need of these customers; one that is gone is left out. */
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
        first_name: customer.first_name ?? null,
        last_name: customer.last_name ?? null,
        phone: customer.phone ?? null,
        addresses: (customer.addresses ?? []).map((address: AddressPhone) => ({
          phone: address.phone ?? null,
          country_code: address.country_code ?? null,
        })),
      },
    ])
  )
}

type AddressPhone = { phone?: string | null; country_code?: string | null }

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
