import type { Contact } from "../task"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/** Takes over what the order or the customer record says now. */
export function changeContact(
  { task, now }: Situation,
  contact: Contact
): Decision {
  const changes: Partial<Contact> = Object.fromEntries(
    CONTACT_FIELDS.filter((field) => task[field] !== contact[field]).map(
      (field) => [field, contact[field]]
    )
  )
  if (Object.keys(changes).length === 0) {
    return UNCHANGED
  }
  return {
    changes,
    attempt: null,
    activities: [activity("contact_changed", now)],
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
