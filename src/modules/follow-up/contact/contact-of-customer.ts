import type { CustomerFacts } from "../../../shop/customers"
import type { Contact } from "./contact"
import {
  type KnownNumbers,
  numberToCall,
  type NumbersOfShop,
  type TypedNumber,
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
