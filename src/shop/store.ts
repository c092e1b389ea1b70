import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The store's name; empty if it has none. */
export async function storeName(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  return store?.name ?? ""
}

/**
 * The country of the store's default region, lower case; null if it has several.
 */
export async function countryOfDefaultRegion(
  container: MedusaContainer
): Promise<string | null> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const id = store?.default_region_id
  if (!id) {
    return null
  }
  const [region] = await container
    .resolve(Modules.REGION)
    .listRegions({ id }, { relations: ["countries"] })
  const [country, ...others] = region?.countries ?? []
  return others.length === 0 ? (country?.iso_2 ?? null) : null
}
