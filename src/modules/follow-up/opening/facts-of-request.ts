import { isCallable } from "../contact/phone"
import type { ConditionFacts } from "../../../shop/condition-facts"
import type { OrderPlace, OrderReference } from "../task/task"
import type { Contact } from "../contact/contact"

/** The facts in a request about its customer and order. */
export type RequestFacts = Pick<Contact, "phone" | "country_code"> &
  Pick<OrderReference, "currency_code" | "order_total"> &
  Partial<Pick<OrderPlace, "sales_channel_id" | "region_id">>

/**
 * The facts for conditions if only the request is known: there is no order and
 * no customer, or they are not read.
 */
export function factsOfRequest(
  request: RequestFacts,
  default_country: string | null
): ConditionFacts {
  const country = request.country_code?.toLowerCase() ?? null
  return {
    order_total: request.order_total,
    currency: request.currency_code?.toLowerCase() ?? null,
    sales_channel: request.sales_channel_id ?? null,
    region: request.region_id ?? null,
    country,
    payment_provider: [],
    payment_state: null,
    shipping_option: [],
    customer_kind: "new",
    completed_orders: 0,
    has_phone: isCallable(request.phone, country ?? default_country),
    category: [],
    collection: [],
    customer_group: [],
  }
}
