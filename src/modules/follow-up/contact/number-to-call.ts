import { isCallable, numbersIn, toE164 } from "./phone"
import { outcomeOfPhone, type TaskType } from "../rules/playbooks/task-types"
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
  country_code: string | null
  wrong_phones: string[]
}

/** A number as it was typed, and whose it is. */
export type TypedNumber = {
  phone: string | null
  name: string | null
  /**
   * The countries to read it with: that of the address that it stands in, or
   * for a number outside any address, those of the same record's addresses. The
   * shop's country comes last.
   */
  countries: (string | null)[]
}

/** A number as it was read. */
type NumberToCall = Pick<Contact, "phone" | "phone_e164" | "country_code"> & {
  /** Of the person whose number it is, if it can be called. */
  name: string | null
}

const NONE: NumberToCall = {
  phone: null,
  phone_e164: null,
  country_code: null,
  name: null,
}

/**
 * The first number that can be called: of these, then of those that were
 * received. If there is none, the first one of any kind. Wrong numbers are
 * skipped.
 */
export function numberToCall(
  typed: TypedNumber[],
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): NumberToCall {
  const wrong = wrongNumbers(tasks, shop.default_country)
  const read = (all: TypedNumber[]) =>
    all.flatMap((number) => readNumber(number, wrong, shop.default_country))
  const received = read(receivedBy(tasks, shop))
  const numbers = [...read(typed), ...received]
  const callable = numbers.find(({ phone, country_code }) =>
    isCallable(phone, country_code ?? shop.default_country)
  )
  const [first = NONE] = numbers
  return callable ? asReceived(callable, received) : { ...first, name: null }
}

/**
 * A number that was received stands in the customer record as E.164 alone; the
 * text that somebody typed says more.
 */
function asReceived(number: NumberToCall, received: NumberToCall[]) {
  const { phone, phone_e164 } = number
  const typed =
    phone === phone_e164 &&
    received.find((each) => each.phone_e164 === phone_e164)
  return typed ? { ...number, phone: typed.phone } : number
}

/**
 * Reads a number with the first country in which it is one; empty if it is
 * missing or wrong.
 */
export function readNumber(
  { phone, name, countries }: TypedNumber,
  wrong: ReadonlySet<string>,
  default_country: string | null
): NumberToCall[] {
  const text = phone?.trim()
  if (!text || wrong.has(text)) {
    return []
  }
  const own = countries.flatMap((country) => country ?? [])
  const [first = null] = own
  for (const country of [...own, default_country]) {
    const numbers = numbersIn(text, country)
    if (numbers.length > 0) {
      const phone_e164 = numbers.find((number) => !wrong.has(number))
      const country_code = first === null ? null : country
      return phone_e164 ? [{ phone: text, phone_e164, country_code, name }] : []
    }
  }
  return [{ phone: text, phone_e164: null, country_code: first, name }]
}

/**
 * The numbers in a task's text besides the one to call, in E.164, without wrong
 * ones.
 */
export function otherNumbers(
  task: Pick<
    Contact & KnownNumbers,
    "phone" | "phone_e164" | "country_code" | "wrong_phones"
  >,
  default_country: string | null
): string[] {
  const wrong = wrongNumbers([task], default_country)
  return numbersIn(task.phone, task.country_code ?? default_country).filter(
    (number) => number !== task.phone_e164 && !wrong.has(number)
  )
}

/** Whether a task's number still stands in these records, however typed. */
export function isOnRecord(
  { phone, phone_e164 }: Pick<Contact, "phone" | "phone_e164">,
  typed: TypedNumber[],
  tasks: KnownNumbers[],
  shop: NumbersOfShop
): boolean {
  return [...typed, ...receivedBy(tasks, shop)].some(
    (number) =>
      number.phone?.trim() === phone ||
      [...number.countries, shop.default_country].some(
        (country) =>
          phone_e164 !== null &&
          numbersIn(number.phone, country).includes(phone_e164)
      )
  )
}

/**
 * Numbers at which somebody else answered: in E.164, and as they were typed.
 */
export function wrongNumbers(
  tasks: Pick<KnownNumbers, "wrong_phones" | "country_code">[],
  default_country: string | null
): ReadonlySet<string> {
  return new Set(
    tasks.flatMap(({ wrong_phones, country_code }) =>
      wrong_phones.flatMap((phone) => [
        phone.trim(),
        toE164(phone, country_code ?? default_country) ?? phone.trim(),
      ])
    )
  )
}

/** The requests for a number that were answered with one, latest first. */
export function numbersReceived<
  Known extends Pick<KnownNumbers, "type" | "outcome" | "completed_at">,
>(tasks: Known[], { types }: Pick<NumbersOfShop, "types">): Known[] {
  const receivedAt = ({ completed_at }: Known) => completed_at?.getTime() ?? 0
  return tasks
    .filter(
      ({ type, outcome }) =>
        outcome !== null && outcome === phoneOutcome(types.get(type))
    )
    .sort((a, b) => receivedAt(b) - receivedAt(a))
}

function receivedBy(tasks: KnownNumbers[], shop: NumbersOfShop): TypedNumber[] {
  return numbersReceived(tasks, shop).map(({ phone, country_code }) => ({
    phone,
    name: null,
    countries: [country_code],
  }))
}

function phoneOutcome(
  type: Pick<TaskType, "outcomes"> | undefined
): string | undefined {
  return type && outcomeOfPhone(type)
}
