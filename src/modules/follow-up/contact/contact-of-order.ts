import { isCallable } from "./phone"
import type { OrderFacts } from "../../../shop/orders"
import type { Contact } from "./contact"
import {
  type KnownNumbers,
  numberToCall,
  type NumbersOfShop,
  type TypedNumber,
} from "./number-to-call"

/**
 * Name and number of the person to call: first from the shipping address, as
 * the parcel goes there, then billing, then the customer record, then the
 * numbers that the customer gave when asked. Wrong numbers are skipped. A
 * number is read with the country of its address, and comes with the name
 * there.
 *
 * @param tasks - the order's tasks in every state
 */
export function contactOf(
  order: OrderFacts,
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): Contact {
  const typed = numbersOfOrder(order)
  const { shipping_address, billing_address, customer } = order
  const number = numberToCall(typed, tasks, shop)
  return {
    customer_id: customer?.id ?? null,
    customer_name:
      number.name ?? typed.find(({ name }) => name !== null)?.name ?? null,
    email: order.email,
    phone: number.phone,
    phone_e164: number.phone_e164,
    country_code:
      number.country_code ??
      shipping_address?.country_code ??
      billing_address?.country_code ??
      null,
  }
}

/** The numbers in an order, in the order in which they are called. */
export function numbersOfOrder({
  shipping_address,
  billing_address,
  customer,
}: OrderFacts): TypedNumber[] {
  const shipping = shipping_address?.country_code ?? null
  const billing = billing_address?.country_code ?? null
  return [
    ...typedBy(shipping_address, [shipping ?? billing]),
    ...typedBy(billing_address, [billing ?? shipping]),
    // Their own bill goes to where they live; a parcel may be a present.
    ...typedBy(customer, [billing, shipping]),
  ]
}

function typedBy(
  person: Pick<TypedNumber, "phone" | "name"> | null,
  countries: TypedNumber["countries"]
): TypedNumber[] {
  return person ? [{ phone: person.phone, name: person.name, countries }] : []
}

/** Whether there is a number that can be called. */
export function hasNumber(
  order: OrderFacts,
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): boolean {
  const { phone, country_code } = contactOf(order, tasks, shop)
  return isCallable(phone, country_code ?? shop.default_country)
}
