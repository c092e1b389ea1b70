import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { Settled, SettlementResult, SettlementState } from "./settlement"

const COLUMNS = `id, order_id, line_item_id, deed, actor_id, offer_id, state,
  run, change_id, line_ids, hold_ids, before, result, created_at`

export type NewSettlement = Pick<
  Settled,
  "order_id" | "line_item_id" | "deed" | "actor_id" | "offer_id" | "before"
>

/**
 * Begins to settle.
 *
 * @returns null if another settlement of the order is unfinished, or the offer
 * has one
 */
export async function insertSettlement(
  sql: Sql,
  settlement: NewSettlement,
  now: Date
): Promise<Settled | null> {
  const [row] = await sql.execute<SettlementRow[]>(
    `insert into shortage_settlement
            (id, order_id, line_item_id, deed, actor_id, offer_id, state,
             before, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, 'begun', ?, ?, ?)
         on conflict do nothing
  returning ${COLUMNS}`,
    [
      newId("shset"),
      settlement.order_id,
      settlement.line_item_id,
      JSON.stringify(settlement.deed),
      settlement.actor_id,
      settlement.offer_id,
      JSON.stringify(settlement.before),
      now,
      now,
    ]
  )
  return row ? toSettled(row) : null
}

/** What is known of a settlement since; what is left out stays. */
export type SettlementNote = {
  change_id?: string
  line_ids?: string[]
  hold_ids?: string[]
  state?: SettlementState
  result?: SettlementResult
  error?: string
}

/**
 * Notes how far a settlement has come.
 *
 * @returns false if somebody else has taken it over, and it must be left alone
 */
export async function noteSettlement(
  sql: Sql,
  { id, run }: Pick<Settled, "id" | "run">,
  { change_id, line_ids, hold_ids, state, result, error }: SettlementNote,
  now: Date
): Promise<boolean> {
  const rows = await sql.execute(
    `update shortage_settlement
        set change_id = coalesce(?, change_id),
            line_ids = coalesce(?::jsonb, line_ids),
            hold_ids = coalesce(?::jsonb, hold_ids),
            state = coalesce(?, state),
            result = coalesce(?::jsonb, result),
            error = coalesce(?, error),
            ended_at = ?,
            updated_at = ?
      where id = ? and run = ? and ended_at is null
  returning id`,
    [
      change_id ?? null,
      line_ids ? JSON.stringify(line_ids) : null,
      hold_ids ? JSON.stringify(hold_ids) : null,
      state ?? null,
      result ? JSON.stringify(result) : null,
      error ?? null,
      state === "done" || state === "undone" ? now : null,
      now,
      id,
      run,
    ]
  )
  return rows.length > 0
}

/**
 * Takes settlements that nobody has touched since, so that no other instance,
 * nor whoever began them, goes on with them.
 */
export async function takeUnfinished(
  sql: Sql,
  untouched_since: Date,
  limit: number,
  now: Date
): Promise<Settled[]> {
  const rows = await sql.execute<SettlementRow[]>(
    `update shortage_settlement set run = run + 1, updated_at = ?
      where id in (
              select id from shortage_settlement
               where ended_at is null and updated_at < ?
               order by updated_at limit ?
                 for update skip locked
            )
  returning ${COLUMNS}`,
    [now, untouched_since, limit]
  )
  return rows.map(toSettled)
}

/** The settlements of these orders that were not undone, the newest first. */
export async function selectSettlements(
  sql: Sql,
  order_ids: readonly string[]
): Promise<Settled[]> {
  const rows = await sql.execute<SettlementRow[]>(
    `select ${COLUMNS} from shortage_settlement
      where order_id in (select value from jsonb_array_elements_text(?::jsonb))
        and state <> 'undone'
      order by created_at desc, id desc`,
    [JSON.stringify(order_ids)]
  )
  return rows.map(toSettled)
}

type SettlementRow = Omit<Settled, "created_at"> & { created_at: string | Date }

const toSettled = (row: SettlementRow): Settled => ({
  ...row,
  created_at: new Date(row.created_at),
})
