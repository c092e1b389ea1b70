import { newId } from "../../../postgres/new-id"
import type { SqlValue } from "../../../postgres/sql"
import type { AgreedBy, BookingStatus } from "./booking"

/**
 * A call of one of the database's functions that take, move or give back a
 * place, see Migration20261128100500 and Migration20261128131000. Each is one statement; the time limit for
 * its locks is the last argument.
 */
export type Verb = {
  name: string
  values: readonly SqlValue[]
  on_call?: OnCall & { user_id: string }
}

/**
 * Agreed on with the customer in a call, which the call is yet to be told. The
 * place is taken with an item of the outbox, so that a crash does not forget it;
 * whoever has told the call forgets the item.
 */
export type OnCall = { item_id: string; at: Date }

/** The name of such an item; its data is `AgreedOnCall`. */
export const AGREED_ON_CALL = "agreed_on_call"

export type AgreedOnCall = {
  order_id: string
  booking_id: string
  user_id: string
}

export type HoldRequest = {
  window_id: string
  cart_id: string
  units: number
  minutes: number
}

export type ConfirmRequest = {
  cart_id: string
  order_id: string
  units: number
}

export type BookRequest = {
  window_id: string
  order_id: string
  units: number
  agreed_by: AgreedBy
  actor_id: string | null
  /** Books although the window is full. */
  overbook_reason?: string
  /** Not without a user. */
  on_call?: OnCall
}

export type MoveRequest = {
  booking_id: string
  window_id: string
  units: number
  agreed_by: AgreedBy
  actor_id: string | null
  /** How often a customer may move a booking; agents may as often as they like. */
  most_moves?: number
  /** Books although the window is full. */
  overbook_reason?: string
  /** Not without a user. */
  on_call?: OnCall
}

/** One of several moves; without `units`, it takes as many as before. */
export type OneMove = { booking_id: string; window_id: string; units?: number }

/** Who has agreed to what, and who wrote it down. */
export type By = { agreed_by: AgreedBy; actor_id: string | null }

export type ReleaseRequest = {
  booking_id: string
  reason: string
  actor_id: string | null
}

/** What an order takes up since it has changed. */
export type ResizeRequest = { booking_id: string; units: number }

/** What happened to the delivery; what is left out stays as it is. */
export type Mark = {
  status?: Exclude<BookingStatus, "held" | "released">
  expected_at?: Date | null
  delivered_at?: Date | null
  late_minutes?: number | null
}

export const holdPlace = (asked: HoldRequest, ahead_ms: number): Verb => ({
  name: "hold",
  values: [
    newId("dwbook"),
    asked.window_id,
    asked.cart_id,
    asked.units,
    asked.minutes,
    ahead_ms,
  ],
})

export const confirmCart = (asked: ConfirmRequest, ahead_ms: number): Verb => ({
  name: "confirm",
  values: [asked.cart_id, asked.order_id, asked.units, ahead_ms],
})

export const bookPlace = (asked: BookRequest, ahead_ms: number): Verb => ({
  name: "book",
  values: [
    newId("dwbook"),
    asked.window_id,
    asked.order_id,
    asked.units,
    asked.agreed_by,
    asked.actor_id,
    asked.overbook_reason ?? null,
    ahead_ms,
  ],
  on_call: onCallOf(asked),
})

export const moveBooking = (asked: MoveRequest, ahead_ms: number): Verb => ({
  name: "move",
  values: [
    asked.booking_id,
    asked.window_id,
    asked.units,
    asked.agreed_by,
    asked.actor_id,
    asked.most_moves ?? null,
    asked.overbook_reason ?? null,
    ahead_ms,
  ],
  on_call: onCallOf(asked),
})

const onCallOf = ({
  on_call,
  actor_id,
}: Pick<BookRequest, "on_call" | "actor_id">): Verb["on_call"] =>
  on_call && actor_id !== null ? { ...on_call, user_id: actor_id } : undefined

/** Of several moves of one booking, the last counts. */
export const moveMany = (
  moves: readonly OneMove[],
  by: By,
  ahead_ms: number
): Verb => ({
  name: "move_many",
  values: [
    JSON.stringify([
      ...new Map(moves.map((move) => [move.booking_id, move])).values(),
    ]),
    by.agreed_by,
    by.actor_id,
    ahead_ms,
  ],
})

export const resizeBooking = (
  { booking_id, units }: ResizeRequest,
  ahead_ms: number
): Verb => ({ name: "resize", values: [booking_id, units, ahead_ms] })

export const releaseBooking = (
  asked: ReleaseRequest,
  ahead_ms: number
): Verb => ({
  name: "release",
  values: [asked.booking_id, asked.reason, asked.actor_id, ahead_ms],
})

export const markBooking = (
  booking_id: string,
  mark: Mark,
  actor_id: string | null,
  ahead_ms: number
): Verb => ({
  name: "mark",
  values: [booking_id, JSON.stringify(mark), actor_id, ahead_ms],
})
