import { foldText } from "./fold-text"
import type { Task } from "./task"

/**
 * Raised whenever a task's terms are made differently, together with a migration
 * that makes `idx_follow_up_task_search_version` anew for the new number; see
 * `refoldSearch`.
 */
export const SEARCH_VERSION = 1

/** Fewer digits than this would match half of all customers. */
const MIN_DIGITS = 3

/** E.164 has 15 at most, plus a prefix for dialing abroad. */
const MAX_DIGITS = 20

/**
 * Customers may type text of any length; this much of a name or e-mail address
 * is indexed, and as many of the numbers in the phone field.
 */
const MAX_WORDS = 20
const LONGEST_WORD = 64
const MAX_NUMBERS = 3

/**
 * The terms by which a search finds a task, separated by spaces: order number,
 * the words of the customer's name, the e-mail address from each of its parts
 * on, and every suffix of the phone numbers, so that a prefix search also finds
 * digits in their middle.
 */
export function searchTerms(
  task: Pick<
    Task,
    "order_display_id" | "customer_name" | "email" | "phone" | "phone_e164"
  >
): string {
  const names = words(foldText(task.customer_name ?? ""))
  const terms = [
    ...(task.order_display_id === null
      ? []
      : [`${task.order_display_id}`, `#${task.order_display_id}`]),
    ...names,
    ...names.flatMap((name) => name.match(/[\p{L}\p{N}]+/gu) ?? []),
    ...addresses(foldText(task.email ?? "")),
    ...digitsIn(`${task.phone_e164 ?? ""}\n${foldText(task.phone ?? "")}`)
      .slice(0, MAX_NUMBERS)
      .flatMap(endings),
  ]
  // Postgres refuses empty terms.
  return [...new Set(terms.filter((term) => term !== ""))].join(" ")
}

/**
 * The text of the search box as a query in Postgres's `tsquery` syntax, in
 * which each word may be the prefix of a term; null if it contains nothing
 * searchable. A number after `#` is an order number in full; a number with too few
 * digits for a phone number must match an order number in full. Digits that
 * only spaces and punctuation separate are one number, also beside a name.
 *
 * @example toSearchQuery("+380 67 12") // "'3806712':*"
 */
export function toSearchQuery(typed: string): string | null {
  const words = toQueryWords(typed)
  return words.length === 0 ? null : words.join(" & ")
}

/** The words of that query, all of which must match. */
export function toQueryWords(typed: string): string[] {
  const orders: string[] = []
  const numbers: string[] = []
  const rest = foldText(typed)
    .replace(LABEL, "$1")
    .replace(/(?<=^|[\s<(])mailto:/g, "")
    .replace(ORDER, (_, number: string) => {
      orders.push(withoutPrefix(number))
      return " "
    })
    .replace(NUMBER, (number) => {
      numbers.push(...digitsIn(number, 1))
      return " "
    })
  const named = words(rest.replace(/[,;/|]/g, " ")).slice(
    0,
    MAX_WORDS - numbers.length
  )
  return [
    ...named.map((term) => `${quoted(withoutPrefix(term))}:*`),
    ...orders.slice(0, MAX_NUMBERS).map((number) => quoted(`#${number}`)),
    ...numbers.slice(0, MAX_NUMBERS).map(numberQuery),
  ]
}

/** What stands before a number, in an address of a web page or a note. */
const LABEL = new RegExp(
  `(^|[\\s,;(])(?:(?:${[
    "tel",
    "callto",
    "sms",
    "phone",
    "mob",
    "тел",
    "телефон",
    "моб",
    "order",
    "замовлення",
    "заказ",
    "поръчка",
  ]
    .map(foldText)
    .join("|")})(?:[.:]+|(?=\\s))|${foldText("т")}[.:]+)(?=[\\s(+#]*\\d)`,
  "g"
)

/** An order's number, which no other digits follow. */
const ORDER = /(?<=^|[\s,;:(])#\s*(\d+)(?=[.:!?]*(?:$|[\s,;)]))/g

/** Digits and what people write between them, if no word begins or ends there. */
const NUMBER = /(?<=^|[\s,;:(])[+(]*\d[\d\s()./+-]*(?=$|[\s,;)])/g

function numberQuery(digits: string): string {
  if (digits.length < MIN_DIGITS) {
    return quoted(digits)
  }
  const query = `${quoted(withoutPrefix(digits))}:*`
  return RUSSIAN_TRUNK.test(digits)
    ? `(${query} | ${quoted(`7${digits.slice(1)}`)}:*)`
    : query
}

/** Within Russia and Kazakhstan, 8 is dialled in place of the country's 7. */
const RUSSIAN_TRUNK = /^8\d{10}$/

/** What people write as one number, as digits. */
function digitsIn(text: string, shortest = MIN_DIGITS): string[] {
  return text
    .replace(/\(0\)/g, "")
    .split(/[^\d\s()./+-]+|\n/)
    .map((number) => number.replace(/\D/g, "").slice(0, MAX_DIGITS))
    .filter((digits) => digits.length >= shortest)
}

function words(text: string): string[] {
  return text
    .split(/[\s\p{Cc}-]+/u, MAX_WORDS)
    .map((word) =>
      word
        .slice(0, LONGEST_WORD)
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    )
    .filter((word) => word !== "")
}

/**
 * An e-mail address from each of its parts on, but not its last part alone,
 * which thousands share, nor digits, which would be taken for an order number.
 */
function addresses(text: string): string[] {
  const [address = ""] = text.trim().split(/[\s\p{Cc}]/u, 1)
  const whole = address.slice(0, LONGEST_WORD).replace(/[^\p{L}\p{N}]+$/u, "")
  const starts = [...whole.matchAll(/^[\p{L}\p{N}]|(?<=[^\p{L}\p{N}])\p{L}/gu)]
  return starts
    .map(({ index }) => whole.slice(index))
    .filter((ending) => /[.@]/.test(ending))
    .slice(0, MAX_WORDS)
}

/** Without a national or international dialing prefix of zeros. */
function withoutPrefix(term: string): string {
  return term.replace(/^0+(?=[1-9]\d*$)/, "")
}

function endings(digits: string): string[] {
  return Array.from(
    { length: Math.max(0, digits.length - MIN_DIGITS + 1) },
    (_, start) => digits.slice(start)
  )
}

function quoted(term: string): string {
  return `'${term.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`
}
