import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { textIn } from "./customer-comment"

/** What a customer may prefer if something is out of stock. */
export const OUT_OF_STOCK_PREFERENCES = [
  "similar",
  "call_me",
  "refund",
] as const

export type OutOfStockPreference = (typeof OUT_OF_STOCK_PREFERENCES)[number]

/** What the storefront asked at the checkout; null for anything else. */
export async function outOfStockPreference(
  order_id: string,
  metadata_key: string,
  container: MedusaContainer
): Promise<OutOfStockPreference | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "metadata"],
      filters: { id: order_id },
    })
  const said = textIn(data[0]?.metadata, metadata_key)
  return OUT_OF_STOCK_PREFERENCES.find((one) => one === said) ?? null
}
