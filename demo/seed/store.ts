import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  linkSalesChannelsToApiKeyWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

const name = "Dim i Zatyshok"

/**
 * Sets the names of the store and of the sales channel that Medusa created on
 * its first start, and the currencies.
 */
export async function seedStore(
  container: MedusaContainer
): Promise<{ sales_channel_id: string; publishable_key: string }> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [key] = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ type: "publishable" })
  const sales_channel_id = store?.default_sales_channel_id
  if (!store || !sales_channel_id || !key) {
    throw new Error(
      "Medusa made no store with a sales channel and a publishable key"
    )
  }
  await updateSalesChannelsWorkflow(container).run({
    input: {
      selector: { id: sales_channel_id },
      update: { name: "Online shop", description: "The shop's web site" },
    },
  })
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name,
        supported_currencies: [
          {
            currency_code: "uah",
            is_default: true,
            is_tax_inclusive: true,
          },
          { currency_code: "eur", is_tax_inclusive: true },
        ],
      },
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [sales_channel_id] },
  })
  return { sales_channel_id, publishable_key: key.token }
}
