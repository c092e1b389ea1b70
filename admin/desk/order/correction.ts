/** The fields of an address that a person corrects. */
export const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "phone",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "company",
] as const

export type AddressField = (typeof ADDRESS_FIELDS)[number]

/** What of an order can be corrected from the sheet. */
export type CorrectableOrder = {
  id: string
  email: string | null
  shipping_address: Partial<Record<AddressField, string | null>> | null
}

/** What is sent of an order. */
export type OrderCorrection = {
  email?: string
  shipping_address?: Partial<Record<AddressField, string>>
  /** Merged with what is there; an empty text removes its key. */
  metadata?: Record<string, string>
}

/** What was typed into the fields that were changed. */
export type Typed = Partial<Record<AddressField | "email", string>>

/**
 * The changes among what was typed: only what differs is sent, so that what
 * somebody else corrected meanwhile stays. Null if nothing differs.
 */
export function correctionOf(
  order: CorrectableOrder,
  typed: Typed
): { correction: OrderCorrection | null; fault: keyof Typed | null } {
  const address: OrderCorrection["shipping_address"] = {}
  for (const field of ADDRESS_FIELDS) {
    const text = typed[field]?.trim()
    if (
      text !== undefined &&
      text !== (order.shipping_address?.[field] ?? "")
    ) {
      address[field] = text
    }
  }
  const email = typed.email?.trim()
  const isNewEmail = email !== undefined && email !== (order.email ?? "")
  const correction = {
    ...(Object.keys(address).length > 0 && { shipping_address: address }),
    ...(isNewEmail && { email }),
  }
  return {
    correction: Object.keys(correction).length > 0 ? correction : null,
    fault: faultIn(correction),
  }
}

function faultIn({
  shipping_address: { phone, address_1 } = {},
  email,
}: OrderCorrection): keyof Typed | null {
  if (phone && phone.replace(/\D/g, "").length < SHORTEST_NUMBER) {
    return "phone"
  }
  if (address_1 === "") {
    return "address_1"
  }
  return email === "" ? "email" : null
}

/** Digits; the server reads the number with the country of the address. */
const SHORTEST_NUMBER = 5
