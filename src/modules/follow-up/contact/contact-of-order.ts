import { fullName } from "./full-name"
import { isCallable, toE164 } from "./phone"
import type { OrderFacts } from "../../../shop/orders"
import type { Contact } from "./contact"

/** What a task of the same order or customer says of numbers. */
export type KnownNumbers = {
  type: string
  outcome: string | null
  completed_at: Date | null
  phone: string | null
  wrong_phones: string[]
}

/**
 * Name and number of the person to call: the shipping address first, as the
 * parcel goes there, then billing, then the customer record, then what the
 * customer gave when they were asked. Numbers at which somebody else answered
 * are passed over.
 *
 * @param tasks - the order's tasks in every state
 */
export function contactOf(
  order: OrderFacts,
  tasks: KnownNumbers[],
  default_country: string | null
): Contact {
  const { shipping_address, billing_address, customer } = order
  const people = [shipping_address, billing_address, customer]
  const country_code =
    shipping_address?.country_code ?? billing_address?.country_code ?? null
  const country = country_code ?? default_country
  const isWrong = wrongNumbers(tasks, country)
  const typed = [...people, ...numbersReceived(tasks)]
    .flatMap((person) => person?.phone?.trim() || [])
    .filter((phone) => !isWrong(phone))
  const phone =
    typed.find((phone) => isCallable(phone, country)) ?? typed[0] ?? null
  return {
    customer_id: customer?.id ?? null,
    customer_name: people.map(fullName).find((name) => name !== null) ?? null,
    email: order.email,
    phone,
    phone_e164: toE164(phone, country),
    country_code,
  }
}

/** Whether there is a number at which somebody could be called. */
export function hasNumber(
  order: OrderFacts,
  tasks: KnownNumbers[],
  default_country: string | null
): boolean {
  const { phone, country_code } = contactOf(order, tasks, default_country)
  return isCallable(phone, country_code ?? default_country)
}

/** Whether a number is one at which somebody else answered, however typed. */
export function wrongNumbers(
  tasks: Pick<KnownNumbers, "wrong_phones">[],
  country: string | null
): (phone: string) => boolean {
  const same = (phone: string) => toE164(phone, country) ?? phone.trim()
  const wrong = new Set(
    tasks.flatMap(({ wrong_phones }) => wrong_phones.map(same))
  )
  return (phone) => wrong.has(same(phone))
}

/** The requests for a number that were answered with one, the latest first. */
export function numbersReceived<Known extends KnownNumbers>(
  tasks: Known[]
): Known[] {
  const receivedAt = ({ completed_at }: KnownNumbers) =>
    completed_at?.getTime() ?? 0
  return tasks
    .filter(
      ({ type, outcome }) =>
        type === "complete_contact" && outcome === "number_received"
    )
    .sort((a, b) => receivedAt(b) - receivedAt(a))
}
