/**
 * What conditions are asked about, as the order and its customer say it at the
 * moment a task may open. Null and empty lists: there is none, as for a
 * customer who has not ordered anything.
 */
export type ConditionFacts = {
  /** In major units of `currency`, tax included. */
  order_total: number | null
  /** ISO 4217, lower case. */
  currency: string | null
  sales_channel: string | null
  region: string | null
  /** ISO 3166-1 alpha-2, lower case: of the address that the parcel goes to. */
  country: string | null
  /** Those that hold a payment or a payment session of the order. */
  payment_provider: readonly string[]
  payment_state: PaymentState | null
  shipping_option: readonly string[]
  customer_kind: CustomerKind
  /** Earlier orders of the customer that were completed or delivered. */
  completed_orders: number
  /** Whether somebody could be called. */
  has_phone: boolean
  /** Of the items, with the categories that these are in. */
  category: readonly string[]
  collection: readonly string[]
  customer_group: readonly string[]
}

/** As Medusa names the states of an order's payment. */
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

/** `returning` has ordered before; what was canceled does not count. */
export const CUSTOMER_KINDS = ["new", "returning"] as const

export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

/** What takes more queries than the one for the order or customer itself. */
export type FactKind =
  | "payments"
  | "products"
  | "variants"
  | "customer_groups"
  | "customer_kind"
  | "completed_orders"
