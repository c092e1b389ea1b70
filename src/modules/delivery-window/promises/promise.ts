/** What the customer is told. */
export const PROMISE_KINDS = [
  /** The window that was agreed on. */
  "agreed",
  "on_the_way",
  /** The courier is there in some minutes. */
  "minutes",
  "late",
] as const

export type PromiseKind = (typeof PROMISE_KINDS)[number]

/** What became of the message about a promise. */
export type MessageStatus = "waiting" | "sent" | "not_sent"

/** Why a message was not sent. */
export type NotSent =
  /** No notification provider of the store serves an address of the customer. */
  | "no_provider"
  /** The customer has no address on a channel that is served. */
  | "no_address"
  /** The provider refused it again and again. */
  | "refused"
  /** Something else was promised, or the time passed, before it was sent. */
  | "outdated"

/** A time that the customer was told, or is about to be. */
export type Promised = {
  id: string
  booking_id: string
  order_id: string
  window_id: string
  kind: PromiseKind
  /** From when the courier may come; null: up to `to_at`. */
  from_at: Date | null
  to_at: Date
  /** How the customer knows: `store`, `phone`, `link`, or the message's. */
  channel: string | null
  /** Null until the customer knows. */
  told_at: Date | null
  /** Null until that is known, or if it was replaced. */
  kept: boolean | null
  /** When the customer agreed to another time, or the order needs none. */
  replaced_at: Date | null
  message: MessageStatus
  not_sent: NotSent | null
  /** Of the order's calendar entry; 0 is the first. */
  sequence: number
}

/**
 * Whether a promise was kept: the courier was there within the time that the
 * customer was told, and not before it, whether or not somebody opened.
 *
 * @returns null as long as it may still be kept, or if the customer was not
 * told, or has agreed to another time since
 */
export function isKept(
  promised: Pick<Promised, "from_at" | "to_at" | "told_at" | "replaced_at">,
  came_at: Date | null,
  now: Date
): boolean | null {
  const { from_at, to_at, told_at, replaced_at } = promised
  if (!told_at || replaced_at) {
    return null
  }
  if (came_at) {
    return came_at <= to_at && (!from_at || came_at >= from_at)
  }
  return now > to_at ? false : null
}
