import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import { outbox } from "../tables"
import type { Promised, PromiseKind } from "./promise"

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
      // A newer time of the same kind makes one that still waits pointless.
      await sql.execute(
        `update delivery_window_promise
            set message = 'not_sent', not_sent = 'outdated', updated_at = ?
          where booking_id = ? and kind = ? and message = 'waiting'
            and id <> ?`,
        [now, promised.booking_id, promised.kind, id]
      )
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
