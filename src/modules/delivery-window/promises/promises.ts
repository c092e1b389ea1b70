import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { BookingStatus } from "../booking/booking"
import { outbox } from "../tables"
import type { NotSent, Promised, PromiseKind } from "./promise"

const COLUMNS = `id, booking_id, order_id, window_id, kind, from_at, to_at,
  channel, told_at, kept, replaced_at, message, not_sent, sequence`

/** The outbox's kind of messages to customers. */
export const MESSAGE = "message"

export type NewPromise = Pick<
  Promised,
  "booking_id" | "order_id" | "window_id" | "from_at" | "to_at"
> & { kind: PromiseKind } & Partial<
    Pick<Promised, "channel" | "told_at" | "sequence">
  >

/** Adds promises, and to the outbox the messages that tell them. */
export async function insertPromises(
  sql: Sql,
  promises: readonly NewPromise[],
  now: Date
): Promise<void> {
  for (const promised of promises) {
    const id = newId("dwprom")
    const inserted = await sql.execute(
      `insert into delivery_window_promise
              (id, booking_id, order_id, window_id, kind, from_at, to_at,
               channel, told_at, message, sequence, created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)
           on conflict do nothing
    returning id`,
      [
        id,
        promised.booking_id,
        promised.order_id,
        promised.window_id,
        promised.kind,
        promised.from_at,
        promised.to_at,
        promised.channel ?? null,
        promised.told_at ?? null,
        promised.sequence ?? 0,
        now,
        now,
      ]
    )
    if (inserted.length > 0) {
      await outbox.insert(
        sql,
        [{ kind: MESSAGE, name: promised.kind, data: { promise_id: id } }],
        now
      )
    }
  }
}

/** A booking's promises about a window that were not replaced. */
export async function selectPromisesOf(
  sql: Sql,
  booking_id: string,
  window_id: string
): Promise<Promised[]> {
  const rows = await sql.execute<PromiseRow[]>(
    `select ${COLUMNS} from delivery_window_promise
      where booking_id = ? and window_id = ? and replaced_at is null
      order by created_at, id`,
    [booking_id, window_id]
  )
  return rows.map(toPromised)
}

/** All that the customer of an order was told, the latest first. */
export async function selectPromises(
  sql: Sql,
  filters: { order_id: string } | { id: string }
): Promise<Promised[]> {
  const [column, value] =
    "id" in filters ? ["id", filters.id] : ["order_id", filters.order_id]
  const rows = await sql.execute<PromiseRow[]>(
    `select ${COLUMNS} from delivery_window_promise
      where ${column} = ? order by created_at desc, id desc`,
    [value]
  )
  return rows.map(toPromised)
}

/**
 * Notes that the customer was told. What a message told counts from then on; a
 * window that they chose themselves they have known since.
 */
export async function markTold(
  sql: Sql,
  { id, channel, at }: { id: string; channel: string; at: Date }
): Promise<void> {
  await sql.execute(
    `update delivery_window_promise
        set message = 'sent', not_sent = null,
            channel = coalesce(channel, ?), told_at = coalesce(told_at, ?),
            updated_at = ?
      where id = ?`,
    [channel, at, at, id]
  )
  // It is judged from now on.
  await sql.execute(
    `update delivery_window_progress p
        set next_at = least(p.next_at, t.to_at + interval '1 millisecond')
       from delivery_window_promise t
      where t.id = ? and p.booking_id = t.booking_id and t.kept is null`,
    [id]
  )
}

/** Notes that a message will not be sent, and why. */
export async function markNotSent(
  sql: Sql,
  { id, not_sent, at }: { id: string; not_sent: NotSent; at: Date }
): Promise<void> {
  await sql.execute(
    `update delivery_window_promise
        set message = 'not_sent', not_sent = ?, updated_at = ?
      where id = ? and message = 'waiting'`,
    [not_sent, at, id]
  )
}

type Bookings = {
  booking_id: string
  order_id: string
  window_id: string
  agreed_by: "customer" | "agent" | null
  customer_moves: number
  from_at: string | Date
  to_at: string | Date
}

/** Bookings that one call looks at. */
const AT_ONCE = 200

/**
 * Promises the windows that were agreed on and are not promised yet, and ends
 * the promises of windows that bookings have left. It needs no event: what was
 * agreed on is in the bookings themselves.
 *
 * @param within_s - only of bookings that have changed within so many seconds
 * @returns the bookings concerned
 */
export async function promiseAgreed(
  sql: Sql,
  within_s: number,
  now: Date
): Promise<string[]> {
  const left = await sql.execute<{ id: string; booking_id: string }[]>(
    `update delivery_window_promise t
        set replaced_at = ?, updated_at = ?,
            not_sent = case when t.message = 'waiting' then 'outdated'
                            else t.not_sent end,
            message = case when t.message = 'waiting' then 'not_sent'
                           else t.message end
       from delivery_window_booking b
      where b.id = t.booking_id and t.replaced_at is null
        and b.updated_at > now() - ? * interval '1 second'
        and (b.status = 'released' or b.window_id <> t.window_id)
  returning t.id, t.booking_id`,
    [now, now, within_s]
  )
  await tellReleased(
    sql,
    left.map(({ id }) => id),
    now
  )
  const agreed = await sql.execute<Bookings[]>(
    `select b.id as booking_id, b.order_id, b.window_id, b.agreed_by,
            b.customer_moves, w.starts_at as from_at, w.ends_at as to_at
       from delivery_window_booking b
       join delivery_window w on w.id = b.window_id
      where b.updated_at > now() - ? * interval '1 second'
        and b.status in ('confirmed', 'late') and b.order_id is not null
        and not exists (
          select from delivery_window_promise t
           where t.booking_id = b.id and t.kind = 'agreed'
             and t.window_id = b.window_id and t.replaced_at is null
        )
      order by b.updated_at limit ${AT_ONCE}`,
    [within_s]
  )
  for (const { agreed_by, customer_moves, ...booking } of agreed) {
    await insertPromises(
      sql,
      [
        {
          ...booking,
          kind: "agreed",
          from_at: new Date(booking.from_at),
          to_at: new Date(booking.to_at),
          channel: channelOf(agreed_by, customer_moves),
          told_at: now,
          sequence: await nextSequence(sql, booking.order_id),
        },
      ],
      now
    )
  }
  return [...new Set([...left, ...agreed].map(({ booking_id }) => booking_id))]
}

/** Who agrees on a window knows it: by phone, in the store, or by the link. */
function channelOf(agreed_by: Bookings["agreed_by"], moves: number): string {
  return agreed_by === "agent" ? "phone" : moves > 0 ? "link" : "store"
}

/** Who was sent a window is told that it is no more. */
async function tellReleased(
  sql: Sql,
  promise_ids: string[],
  now: Date
): Promise<void> {
  const rows = await sql.execute<{ id: string }[]>(
    `select t.id from delivery_window_promise t
       join delivery_window_booking b on b.id = t.booking_id
      where t.id in (select value from jsonb_array_elements_text(?::jsonb))
        and t.kind = 'agreed' and t.message = 'sent'
        and b.status = 'released'`,
    [JSON.stringify(promise_ids)]
  )
  await outbox.insert(
    sql,
    rows.map(({ id }) => ({
      kind: MESSAGE,
      name: "canceled",
      data: { promise_id: id },
    })),
    now
  )
}

/**
 * The number of the next version of an order's calendar entry. Odd ones are
 * left to its cancelation.
 */
async function nextSequence(sql: Sql, order_id: string): Promise<number> {
  const [row] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from delivery_window_promise
      where order_id = ? and kind = 'agreed'`,
    [order_id]
  )
  return 2 * (row?.count ?? 0)
}

type PromiseRow = Omit<
  Promised,
  "from_at" | "to_at" | "told_at" | "replaced_at"
> & {
  from_at: string | Date | null
  to_at: string | Date
  told_at: string | Date | null
  replaced_at: string | Date | null
}

const asDate = (at: string | Date | null) => (at === null ? null : new Date(at))

const toPromised = (row: PromiseRow): Promised => ({
  ...row,
  from_at: asDate(row.from_at),
  to_at: new Date(row.to_at),
  told_at: asDate(row.told_at),
  replaced_at: asDate(row.replaced_at),
})

/** A promise with what its message says. */
export type ToTellCustomer = {
  promised: Promised
  /** Of the booking, now. */
  status: BookingStatus
  window: { starts_at: Date; ends_at: Date; time_zone: string }
}

/** A promise with the window that it was made for; null for an unknown one. */
export async function selectToTell(
  sql: Sql,
  promise_id: string
): Promise<ToTellCustomer | null> {
  const [promised] = await selectPromises(sql, { id: promise_id })
  if (!promised) {
    return null
  }
  const [row] = await sql.execute<
    {
      status: BookingStatus
      starts_at: string | Date
      ends_at: string | Date
      time_zone: string
    }[]
  >(
    `select b.status, w.starts_at, w.ends_at, w.time_zone
       from delivery_window_booking b, delivery_window w
      where b.id = ? and w.id = ?`,
    [promised.booking_id, promised.window_id]
  )
  return row
    ? {
        promised,
        status: row.status,
        window: {
          starts_at: new Date(row.starts_at),
          ends_at: new Date(row.ends_at),
          time_zone: row.time_zone,
        },
      }
    : null
}

/**
 * Keeps a time that a person told the customer, on the phone or in another way
 * than by a message. The same time is kept once.
 */
export async function keepTold(
  sql: Sql,
  told: Pick<Promised, "booking_id" | "kind" | "to_at"> & { channel: string },
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into delivery_window_promise
            (id, booking_id, order_id, window_id, kind, to_at, channel,
             told_at, message, created_at, updated_at)
     select ?, b.id, b.order_id, b.window_id, ?, ?::timestamptz, ?, ?,
            'not_sent', ?, ?
       from delivery_window_booking b
      where b.id = ? and b.order_id is not null
        and not exists (
          select from delivery_window_promise t
           where t.booking_id = b.id and t.kind = ? and t.to_at = ?
             and t.channel = ?
        )`,
    [
      newId("dwprom"),
      told.kind,
      told.to_at,
      told.channel,
      now,
      now,
      now,
      told.booking_id,
      told.kind,
      told.to_at,
      told.channel,
    ]
  )
  await sql.execute(
    `update delivery_window_progress
        set next_at = least(next_at, ?::timestamptz + interval '1 millisecond')
      where booking_id = ?`,
    [told.to_at, told.booking_id]
  )
}
