import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What a parcel needs to arrive. */
const NEEDED = [
  "last_name",
  "address_1",
  "city",
  "postal_code",
  "country_code",
] as const

type Row = {
  id: string
  shipping_address?: Partial<
    Record<(typeof NEEDED)[number], string | null>
  > | null
}

/** Which of these orders have a shipping address that says all it must. */
export async function loadCompleteAddresses(
  order_ids: string[],
  container: MedusaContainer
): Promise<Set<string>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", ...NEEDED.map((field) => `shipping_address.${field}`)],
      filters: { id: order_ids },
    })
  const rows: Row[] = data
  return new Set(
    rows
      .filter(({ shipping_address }) =>
        NEEDED.every((field) => shipping_address?.[field]?.trim())
      )
      .map(({ id }) => id)
  )
}
