import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"

/** What was agreed with a customer, as the outcome of the order's task. */
export type Agreed = {
  order_id: string
  outcome: "replaced" | "removed" | "part_delivery" | "waits"
  note: string | null
  /** The user; null for the customer, or a program. */
  actor_id: string | null
}

/**
 * Notes what was agreed, before it is carried out: the order is no longer short
 * then, and its task is completed with this instead of being canceled.
 */
export async function insertAgreed(
  sql: Sql,
  { order_id, outcome, note, actor_id }: Agreed,
  now: Date
): Promise<string> {
  const id = newId("shagr")
  await sql.execute(
    `insert into shortage_agreed
            (id, order_id, outcome, note, actor_id, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [id, order_id, outcome, note, actor_id, now, now]
  )
  return id
}

/** What was agreed last about an order, and does not show in its task yet. */
export async function selectAgreed(
  sql: Sql,
  order_id: string
): Promise<(Agreed & { id: string; created_at: Date }) | null> {
  const [row] = await sql.execute<
    (Agreed & { id: string; created_at: string })[]
  >(
    `select id, order_id, outcome, note, actor_id, created_at
       from shortage_agreed
      where order_id = ? and ended_at is null
      order by created_at desc, id desc limit 1`,
    [order_id]
  )
  return row ? { ...row, created_at: new Date(row.created_at) } : null
}

/** Ends what was agreed about an order: its task shows it. */
export async function endAgreed(
  sql: Sql,
  order_id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_agreed set ended_at = ?, updated_at = ?
      where order_id = ? and ended_at is null`,
    [now, now, order_id]
  )
}

/** Takes back what could not be carried out. */
export async function deleteAgreed(sql: Sql, id: string): Promise<void> {
  await sql.execute(
    `delete from shortage_agreed where id = ? and ended_at is null`,
    [id]
  )
}
