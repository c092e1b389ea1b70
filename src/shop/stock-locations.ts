import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Row = {
  id: string
  service_zone?: {
    fulfillment_set?: { location?: { id: string } | null } | null
  } | null
}

/** The stock location that each of these shipping options sends from. */
export async function loadStockLocations(
  shipping_option_ids: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  if (shipping_option_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "shipping_option",
      fields: ["id", "service_zone.fulfillment_set.location.id"],
      filters: { id: [...new Set(shipping_option_ids)] },
    })
  const rows: Row[] = data
  return new Map(
    rows.flatMap(({ id, service_zone }): [string, string][] => {
      const location = service_zone?.fulfillment_set?.location
      return location ? [[id, location.id]] : []
    })
  )
}
