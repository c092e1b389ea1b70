import type { ConditionFacts } from "../../../../../shop/condition-facts"

/** A first order of 2,398 UAH, cash on delivery, with a number to call. */
export function someFacts(facts: Partial<ConditionFacts> = {}): ConditionFacts {
  return {
    order_total: 2398,
    currency: "uah",
    sales_channel: "sc_web",
    region: "reg_ua",
    country: "ua",
    payment_provider: ["pp_system_default"],
    payment_state: "authorized",
    shipping_option: ["so_courier"],
    customer_kind: "new",
    completed_orders: 0,
    has_phone: true,
    category: ["pcat_kitchen", "pcat_kettles"],
    collection: ["pcol_winter"],
    customer_group: [],
    ...facts,
  }
}

/** What the plan knows of a customer who has not ordered anything. */
export function factsWithoutOrder(
  facts: Partial<ConditionFacts> = {}
): ConditionFacts {
  return someFacts({
    order_total: null,
    currency: null,
    sales_channel: null,
    region: null,
    country: null,
    payment_provider: [],
    payment_state: null,
    shipping_option: [],
    has_phone: false,
    category: [],
    collection: [],
    ...facts,
  })
}
