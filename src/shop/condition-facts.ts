/**
 * The facts that conditions are evaluated against: the order and its customer
 * at the moment a task may open. Null and empty lists mean none, as for a
 * customer without orders.
 */
export type ConditionFacts = {
  /** In major units of `currency`, tax included. */
  order_total: number | null
  /** ISO 4217, lower case. */
  currency: string | null
  sales_channel: string | null
  region: string | null
  /** ISO 3166-1 alpha-2, lower case: the country of the shipping address. */
  country: string | null
  /** Providers of the order's payments and payment sessions. */
  payment_provider: readonly string[]
  payment_state: PaymentState | null
  shipping_option: readonly string[]
  customer_kind: CustomerKind
  /** Earlier orders of the customer that were completed or delivered. */
  completed_orders: number
  /** Whether there is a number that can be called. */
  has_phone: boolean
  /** Of the items, with all parent categories. */
  category: readonly string[]
  collection: readonly string[]
  customer_group: readonly string[]
}

/** Medusa's names for the payment states of an order. */
export const PAYMENT_STATES = [
  "not_paid",
  "awaiting",
  "requires_action",
  "authorized",
  "partially_authorized",
  "captured",
  "partially_captured",
  "refunded",
  "partially_refunded",
  "canceled",
] as const

export type PaymentState = (typeof PAYMENT_STATES)[number]

/** `returning` has ordered before; canceled orders do not count. */
export const CUSTOMER_KINDS = ["new", "returning"] as const

export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

/**
 * Facts that need further queries, besides the one for the order or customer.
 */
export type FactKind =
  | "payments"
  | "products"
  | "variants"
  | "customer_groups"
  | "customer_kind"
  | "completed_orders"
