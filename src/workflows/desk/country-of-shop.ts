import type { MedusaContainer } from "@medusajs/framework/types"
import { countryOfZone, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { countryOfDefaultRegion } from "../../shop/store"

/**
 * The country in which the shop works, lower case: that of a calendar's time
 * zone, else that of the options, else that of the store's default region; null
 * if none of them is of one country.
 */
export async function countryOfShop(
  time_zone: string | null,
  container: MedusaContainer
): Promise<string | null> {
  return (
    countryOfZone(time_zone) ??
    container.resolve(FOLLOW_UP_MODULE).settings.default_country ??
    (await countryOfDefaultRegion(container))
  )
}
