import type { CustomerFacts } from "../../../shop/customers"
import type { Contact } from "./contact"
import { isCallable } from "./phone"
import {
  type KnownNumbers,
  numberToCall,
  type NumbersOfShop,
  readNumber,
  type TypedNumber,
  wrongNumbers,
} from "./number-to-call"

/**
 * Name and number of a customer, without wrong numbers. A number is read with
 * the country of its address, and comes with the name there.
 */
export function contactOfCustomer(
  customer: CustomerFacts,
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): Contact {
  const number = numberToCall(numbersOfCustomer(customer), tasks, shop)
  return {
    customer_id: customer.id,
    customer_name: number.name ?? customer.name,
    email: customer.email,
    phone: number.phone,
    phone_e164: number.phone_e164,
    country_code: number.country_code ?? countriesOf(customer)[0] ?? null,
  }
}

/**
 * Whether the record itself, without its addresses, has a number that can be
 * called.
 *
 * @param tasks - that know which numbers are wrong
 */
export function hasOwnNumber(
  customer: CustomerFacts,
  tasks: Pick<KnownNumbers, "wrong_phones" | "country_code">[],
  { default_country }: Pick<NumbersOfShop, "default_country">
): boolean {
  const [own] = numbersOfCustomer(customer)
  const wrong = wrongNumbers(tasks, default_country)
  return (own ? readNumber(own, wrong, default_country) : []).some(
    ({ phone, country_code }) =>
      isCallable(phone, country_code ?? default_country)
  )
}

/** A customer's numbers, in the order in which they are called. */
export function numbersOfCustomer(customer: CustomerFacts): TypedNumber[] {
  const countries = countriesOf(customer)
  return [
    { phone: customer.phone, name: customer.name, countries },
    ...customer.addresses.map(({ phone, name, country_code }) => ({
      phone,
      name,
      countries: country_code ? [country_code] : countries,
    })),
  ]
}

function countriesOf({ addresses }: CustomerFacts): string[] {
  return addresses.flatMap(({ country_code }) => country_code ?? [])
}
