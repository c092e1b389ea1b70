import type { MedusaContainer } from "@medusajs/framework/types"
import { contactOf, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type { OrderFacts } from "../../shop/orders"
import { loadStockLocations } from "../../shop/stock"
import type { OpenFollowUp } from "./open-follow-up"

/** What a task about an order says of it, and of who ordered. */
export async function aboutOrder(
  order: OrderFacts,
  container: MedusaContainer
): Promise<Omit<OpenFollowUp, "type">> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order.id] })
  const contact = contactOf(order, tasks, followUp.settings)
  const locations = await loadStockLocations(order.shipping_options, container)
  return {
    order_id: order.id,
    order_display_id: order.display_id,
    order_total: order.total,
    currency_code: order.currency_code,
    customer_id: contact.customer_id ?? undefined,
    customer_name: contact.customer_name ?? undefined,
    email: contact.email ?? undefined,
    phone: contact.phone ?? undefined,
    country_code: contact.country_code ?? undefined,
    sales_channel_id: order.sales_channel_id ?? undefined,
    region_id: order.region_id ?? undefined,
    stock_location_id: order.shipping_options
      .map((id) => locations.get(id))
      .find((id) => id !== undefined),
    locale: order.locale ?? undefined,
  }
}
