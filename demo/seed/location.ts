import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

const name = "Warehouse Kyiv"

async function createLocation(container: MedusaContainer): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name,
          address: {
            address_1: "Kyrylivska St 104",
            city: "Kyiv",
            postal_code: "04080",
            country_code: "ua",
          },
        },
      ],
    },
  })
  const [location] = result
  if (!location) {
    throw new Error(`The stock location ${name} was not created`)
  }
  return location.id
}

/** The only stock location. */
export async function seedLocation(
  container: MedusaContainer,
  sales_channel_id: string
): Promise<string> {
  const [existing] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name })
  const id = existing?.id ?? (await createLocation(container))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id, add: [sales_channel_id] },
  })
  return id
}
