import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** A shipping option, and by which provider of Medusa's it is fulfilled. */
export type ShippedBy = { id: string; name: string; provider_id: string | null }

/** These shipping options; deleted ones, too, as orders name them. */
export async function shippedBy(
  ids: readonly string[],
  container: MedusaContainer
): Promise<ShippedBy[]> {
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions(
      { id: [...new Set(ids)] },
      { select: ["id", "name", "provider_id"], take: null, withDeleted: true }
    )
  return options.map(({ id, name, provider_id }) => ({
    id,
    name,
    provider_id: provider_id ?? null,
  }))
}

const FIELDS = [
  "address_1",
  "city",
  "postal_code",
  "country_code",
  "metadata",
] as const

/** Where something goes, as far as a carrier has to know. */
export type ShippedTo = {
  address_1: string | null
  city: string | null
  postal_code: string | null
  country_code: string | null
  metadata: Record<string, unknown> | null
}

/** @returns null if it has no address */
export async function shippedTo(
  entity: "order" | "cart",
  id: string,
  container: MedusaContainer
): Promise<ShippedTo | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity,
      fields: FIELDS.map((field) => `shipping_address.${field}`),
      filters: { id },
    })
  const rows: { shipping_address?: Partial<ShippedTo> | null }[] = data
  const address = rows[0]?.shipping_address
  return address
    ? {
        address_1: address.address_1 ?? null,
        city: address.city ?? null,
        postal_code: address.postal_code ?? null,
        country_code: address.country_code ?? null,
        metadata: address.metadata ?? null,
      }
    : null
}
