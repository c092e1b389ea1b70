import type { ExecArgs } from "@medusajs/framework/types"
import { writeFileSync } from "node:fs"
import { seedAgents } from "./agents"
import { seedCustomers } from "./customers"
import { seedLocation } from "./location"
import { seedProducts } from "./products"
import { seedRegions } from "./regions"
import { seedShipping } from "./shipping"
import { seedStore } from "./store"

/** What the seed returns for clients of the HTTP API. */
export type SeededShop = {
  publishable_key: string
  /** Ukraine, the default storefront's region. */
  region_id: string
  /** The region of each country that the shop delivers to. */
  regions: { ua: string; bg: string }
  variant_ids: string[]
}

/**
 * Fills the store with sample data. Run by `medusa exec` with the file that
 * receives the result. Existing data is left as it is.
 */
export default async function seed({ container, args }: ExecArgs) {
  const { sales_channel_id, publishable_key } = await seedStore(container)
  const regions = await seedRegions(container)
  const location_id = await seedLocation(container, sales_channel_id)
  const shipping_profile_id = await seedShipping(
    container,
    location_id,
    regions
  )
  const variant_ids = await seedProducts(container, {
    sales_channel_id,
    shipping_profile_id,
    location_id,
  })
  await seedCustomers(container)
  await seedAgents(container)

  const [resultFile] = args
  if (resultFile) {
    const shop: SeededShop = {
      publishable_key,
      region_id: regions.ua,
      regions,
      variant_ids,
    }
    writeFileSync(resultFile, JSON.stringify(shop))
  }
}
