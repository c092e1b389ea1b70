import { isCallable, toE164 } from "./phone"
import { outcomeOfPhone, type TaskType } from "../rules/playbooks/task-types"
import type { OrderFacts } from "../../../shop/orders"
import type { Contact } from "./contact"

/** The settings that affect how numbers are read. */
export type NumbersOfShop = {
  /** For numbers without a prefix if no address has a country. */
  default_country: string | null
  /** Used to find the types that collect a phone number from the customer. */
  types: ReadonlyMap<string, Pick<TaskType, "outcomes">>
}

/** What a task of the same order or customer knows about numbers. */
export type KnownNumbers = {
  type: string
  outcome: string | null
  completed_at: Date | null
  phone: string | null
  wrong_phones: string[]
}

/**
 * Name and number of the person to call: first from the shipping address, as
 * the parcel goes there, then billing, then the customer record, then the
 * numbers that the customer gave when asked. Wrong numbers are skipped.
 *
 * @param tasks - the order's tasks in every state
 */
export function contactOf(
  order: OrderFacts,
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): Contact {
  const { shipping_address, billing_address, customer } = order
  const people = [shipping_address, billing_address, customer].flatMap(
    (person) => person ?? []
  )
  const country_code =
    shipping_address?.country_code ?? billing_address?.country_code ?? null
  return {
    customer_id: customer?.id ?? null,
    customer_name: people.find(({ name }) => name !== null)?.name ?? null,
    email: order.email,
    ...numberToCall(people, tasks, country_code, shop),
    country_code,
  }
}

/**
 * The first number that can be called: of these people, then of those that were
 * received. If there is none, the first one of any kind. Wrong numbers are
 * skipped.
 *
 * @param country_code - for numbers without a prefix
 */
export function numberToCall(
  people: { phone: string | null }[],
  tasks: KnownNumbers[],
  country_code: string | null,
  shop: NumbersOfShop
): Pick<Contact, "phone" | "phone_e164"> {
  const country = country_code ?? shop.default_country
  const isWrong = wrongNumbers(tasks, country)
  const typed = [...people, ...numbersReceived(tasks, shop)]
    .flatMap(({ phone }) => phone?.trim() || [])
    .filter((phone) => !isWrong(phone))
  const phone =
    typed.find((phone) => isCallable(phone, country)) ?? typed[0] ?? null
  return { phone, phone_e164: toE164(phone, country) }
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

/**
 * Returns a check for numbers at which somebody else answered, however typed.
 */
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

/** The requests for a number that were answered with one, latest first. */
export function numbersReceived<Known extends KnownNumbers>(
  tasks: Known[],
  { types }: Pick<NumbersOfShop, "types">
): Known[] {
  const receivedAt = ({ completed_at }: KnownNumbers) =>
    completed_at?.getTime() ?? 0
  return tasks
    .filter(
      ({ type, outcome }) =>
        outcome !== null && outcome === phoneOutcome(types.get(type))
    )
    .sort((a, b) => receivedAt(b) - receivedAt(a))
}

function phoneOutcome(
  type: Pick<TaskType, "outcomes"> | undefined
): string | undefined {
  return type && outcomeOfPhone(type)
}
