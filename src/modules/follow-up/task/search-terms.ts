import type { Task } from "./task"

/** Fewer digits than this would match half of all customers. */
const MIN_DIGITS = 3

/** E.164 has 15 at most, plus a prefix for dialing abroad. */
const MAX_DIGITS = 20

/**
 * Customers may type text of any length; this much of a name or e-mail address
 * is indexed.
 */
const MAX_WORDS = 20
const LONGEST_WORD = 64

/**
 * The terms by which a search finds a task, separated by spaces: order number,
 * the words of the customer's name, the e-mail address, and every suffix of the
 * phone number, so that a prefix search also finds digits in its middle.
 */
export function searchTerms(
  task: Pick<
    Task,
    "order_display_id" | "customer_name" | "email" | "phone" | "phone_e164"
  >
): string {
  const digits = digitsOf(task.phone_e164 ?? task.phone ?? "")
  const names = words(task.customer_name ?? "")
  const email = words(task.email ?? "")
  const terms = [
    ...(task.order_display_id === null
      ? []
      : [`${task.order_display_id}`, `#${task.order_display_id}`]),
    ...names,
    ...names.flatMap((name) => words(name.replace(/-/g, " "))),
    ...email,
    ...email.flatMap((address) => address.split("@").slice(1)),
    ...endings(digits.slice(0, MAX_DIGITS)),
  ]
  // Postgres refuses empty terms.
  return [...new Set(terms.filter((term) => term !== ""))].join(" ")
}

/**
 * The text of the search box as a query in Postgres's `tsquery` syntax, in
 * which each word may be the prefix of a term; null if it contains nothing
 * searchable. A number after `#` is an order number; a number with too few
 * digits for a phone number must match an order number in full.
 *
 *
 * @example toSearchQuery("+380 67 12") // "'3806712':*"
 */
export function toSearchQuery(typed: string): string | null {
  const [, orderNumber] = /^\s*#\s*(\d+)\s*$/.exec(typed) ?? []
  if (orderNumber) {
    return `${quoted(`#${orderNumber}`)}:*`
  }
  if (/^[\s\d+()./-]*$/.test(typed)) {
    const digits = digitsOf(typed).slice(0, MAX_DIGITS)
    if (digits === "") {
      return null
    }
    return digits.length < MIN_DIGITS
      ? quoted(digits)
      : `${quoted(withoutPrefix(digits))}:*`
  }
  const query = words(typed)
    .map((term) => `${quoted(withoutPrefix(term))}:*`)
    .join(" & ")
  return query === "" ? null : query
}

function words(text: string): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s\p{Cc}]+/u, MAX_WORDS)
    .map((word) =>
      word
        .slice(0, LONGEST_WORD)
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    )
    .filter((word) => word !== "")
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

function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}

function quoted(term: string): string {
  return `'${term.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`
}
