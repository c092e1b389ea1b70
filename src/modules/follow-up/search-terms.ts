import type { Task } from "./task"

/** Fewer digits than this would find half of all customers. */
const SHORTEST_DIGITS = 3

/**
 * The words that a search finds a task by, separated by spaces: order number,
 * the words of the customer's name, the e-mail address, and every ending of
 * the phone number, so that digits from the middle of it are found as the
 * beginning of a word.
 */
export function searchTerms(
  task: Pick<
    Task,
    "order_display_id" | "customer_name" | "email" | "phone" | "phone_e164"
  >
): string {
  const digits = digitsOf(task.phone_e164 ?? task.phone ?? "")
  const email = words(task.email ?? "")
  return [
    ...new Set([
      ...(task.order_display_id === null
        ? []
        : [`${task.order_display_id}`, `#${task.order_display_id}`]),
      ...words(task.customer_name ?? ""),
      ...email,
      ...email.flatMap((address) => address.split("@").slice(1)),
      ...endings(digits),
    ]),
  ].join(" ")
}

/**
 * What a person typed into the search box, as a query in Postgres's `tsquery`
 * syntax in which each word may be the beginning of a term; null where nothing
 * searchable was typed. With `#` in front, a number is an order's; too few
 * digits for a phone number are an order's number, too, and the whole of it.
 *
 * @example toSearchQuery("+380 67 12") // "'3806712':*"
 */
export function toSearchQuery(typed: string): string | null {
  const [, orderNumber] = /^\s*#\s*(\d+)\s*$/.exec(typed) ?? []
  if (orderNumber) {
    return `${quoted(`#${orderNumber}`)}:*`
  }
  if (/^[\s\d+()./-]*$/.test(typed)) {
    const digits = digitsOf(typed).replace(/^0+/, "")
    if (digits === "") {
      return null
    }
    return digits.length < SHORTEST_DIGITS
      ? quoted(digits)
      : `${quoted(digits)}:*`
  }
  const query = words(typed)
    .map((term) => `${quoted(term)}:*`)
    .join(" & ")
  return query === "" ? null : query
}

function words(text: string): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "")
}

function endings(digits: string): string[] {
  return Array.from(
    { length: Math.max(0, digits.length - SHORTEST_DIGITS + 1) },
    (_, start) => digits.slice(start)
  )
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}

function quoted(term: string): string {
  return `'${term.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`
}
