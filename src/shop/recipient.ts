import { personFacts, type PersonRow } from "./people"

/** Who gets the parcel, and who ordered it. */
export type Recipient = {
  name: string | null
  /** As typed. */
  phone: string | null
  ordered_by: { name: string | null; phone: string | null }
}

/** An order's people. */
export type PeopleOfOrder = {
  shipping_address?: PersonRow | null
  billing_address?: PersonRow | null
  customer?: PersonRow | null
}

/**
 * The recipient, if that is somebody else than the customer or the payer; null
 * if it is the same person, or nobody can tell.
 */
export function recipientOf({
  shipping_address,
  billing_address,
  customer,
}: PeopleOfOrder): Recipient | null {
  const recipient = contactIn(shipping_address)
  const ordered_by = [customer, billing_address]
    .map(contactIn)
    .find((orderer) => isOther(recipient, orderer))
  return ordered_by ? { ...recipient, ordered_by } : null
}

type ContactOfRow = Recipient["ordered_by"]

function contactIn(row: PersonRow | null | undefined): ContactOfRow {
  const { name, phone } = personFacts(row ?? {})
  return { name, phone }
}

/** The same number is the same person, however the name is written. */
function isOther(one: ContactOfRow, other: ContactOfRow): boolean {
  const numbers = [one, other].map(({ phone }) => lastDigits(phone))
  if (numbers[0] && numbers[1] && numbers[0] === numbers[1]) {
    return false
  }
  if (one.name !== null && other.name !== null) {
    return !isSameName(one.name, other.name)
  }
  return Boolean(numbers[0] && numbers[1])
}

/** With or without its country prefix. */
function lastDigits(phone: string | null): string {
  return phone?.replace(/\D/g, "").slice(-9) ?? ""
}

/** In either order, and with or without a further name. */
function isSameName(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other]
    .map((name) => name.toLowerCase().split(/\s+/))
    .sort((a, b) => a.length - b.length)
  return few.every((word) => many.includes(word))
}
