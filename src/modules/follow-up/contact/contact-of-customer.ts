import type { CustomerFacts } from "../../../shop/customers"
import {
  type KnownNumbers,
  type NumbersOfShop,
  numberToCall,
} from "./contact-of-order"
import type { Contact } from "./contact"

/** Name and number of a customer, without wrong numbers. */
export function contactOfCustomer(
  customer: CustomerFacts,
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): Contact {
  const country_code =
    customer.addresses.find(({ country_code }) => country_code)?.country_code ??
    null
  return {
    customer_id: customer.id,
    customer_name: customer.name,
    email: customer.email,
    ...numberToCall(
      [customer, ...customer.addresses],
      tasks,
      country_code,
      shop
    ),
    country_code,
  }
}
