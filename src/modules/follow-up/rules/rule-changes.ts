import { generateEntityId } from "@medusajs/framework/utils"
import type { Sql } from "../../../postgres/sql"

/** Allows one rule change at a time, until the transaction ends. */
export async function lockRules(sql: Sql): Promise<void> {
  await sql.execute(`select pg_advisory_xact_lock(hashtext('follow_up_rules'))`)
}

/**
 * Prevents rule changes until the transaction ends, so that a later change
 * finds and moves whatever was opened under the present rules.
 */
export async function keepRules(sql: Sql): Promise<void> {
  await sql.execute(
    `select pg_advisory_xact_lock_shared(hashtext('follow_up_rules'))`
  )
}

/** Records that open tasks have to be moved to the current rules. */
export async function insertRuleChange(
  sql: Sql,
  created_by: string | null,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_rule_change (id, created_by, created_at, updated_at)
     values (?, ?, ?, ?)`,
    [generateEntityId(undefined, "fuchg"), created_by, now, now]
  )
}

type UnfinishedRuleChange = { id: string; moved_up_to: string }

/**
 * Locks the oldest change whose tasks have not all been moved; one that another
 * instance is applying is skipped.
 */
export async function lockUnfinishedRuleChange(
  sql: Sql
): Promise<UnfinishedRuleChange | undefined> {
  const [row] = await sql.execute<UnfinishedRuleChange[]>(
    `select id, moved_up_to
       from follow_up_rule_change
      where finished_at is null
      order by id
      limit 1
        for update skip locked`
  )
  return row
}

/** Records how far a change has been applied. */
export async function advanceRuleChange(
  sql: Sql,
  id: string,
  progress: { moved_up_to: string; moved: number; finished: boolean },
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_rule_change
        set moved_up_to = ?, moved = moved + ?, updated_at = ?,
            finished_at = case when ? then ?::timestamptz end
      where id = ?`,
    [progress.moved_up_to, progress.moved, now, progress.finished, now, id]
  )
}
