import type { OrderReference } from "../task"
import type { Contact } from "../../contact/contact"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/** Copies changed data from the order or the customer record. */
export function refresh(
  { task, now }: Situation,
  facts: Contact & OrderReference
): Decision {
  const contact = CONTACT_FIELDS.filter((field) => task[field] !== facts[field])
  const order = ORDER_FIELDS.filter((field) => task[field] !== facts[field])
  if (contact.length + order.length === 0) {
    return UNCHANGED
  }
  return {
    changes: Object.fromEntries(
      [...contact, ...order].map((field) => [field, facts[field]])
    ),
    attempt: null,
    activities: [
      ...(contact.length > 0 ? [activity("contact_changed", now)] : []),
      ...(order.length > 0 ? [activity("order_changed", now)] : []),
    ],
  }
}

const CONTACT_FIELDS = [
  "customer_id",
  "customer_name",
  "email",
  "phone",
  "phone_e164",
  "country_code",
] as const satisfies readonly (keyof Contact)[]

const ORDER_FIELDS = [
  "order_id",
  "order_display_id",
  "currency_code",
  "order_total",
  "customer_comment",
] as const satisfies readonly (keyof OrderReference)[]
