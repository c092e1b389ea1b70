/**
 * The person that a task is about, as the order or the customer record has
 * them.
 */
export type Contact = {
  customer_id: string | null
  customer_name: string | null
  email: string | null
  /** As typed. */
  phone: string | null
  /** `+380671234567`; null if the typed number is not valid. */
  phone_e164: string | null
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
}
