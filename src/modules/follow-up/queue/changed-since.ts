import type { Sql } from "../../../postgres/sql"
import type { CalendarReference } from "../rules/calendars/calendars"
import { type Condition, IS_COUNTING, LIMIT } from "../task/sql/late"

/** Moments that pass for the tasks of one calendar. */
export type Span = { from: Date; to: Date }

export type Asked = {
  /** What was visible before, as `changedSince` returned it. */
  snapshot: string
  /** The time between then and now. */
  passed: Span
  /** The limits that became critical in that time, by calendar. */
  became_critical: (CalendarReference & Span)[]
}

/**
 * Whether the queue has changed since a snapshot: by a change of a task, which
 * leaves an entry in its history, or by the clock, which makes tasks late and
 * urgent without any change of rows.
 *
 * The snapshot says which transactions were visible, so a change is seen once
 * it is committed, whatever the order of commits and the clocks of the
 * instances. It is one statement on any connection: LISTEN would need one for
 * itself in each instance, which poolers of transactions do not give, and
 * NOTIFY makes all that commit wait for one lock.
 *
 * While a transaction stays open for long, a dump for instance, the entries
 * written since it began are read each time.
 *
 * @param asked - null to get a first snapshot
 */
export async function changedSince(
  sql: Sql,
  asked: Asked | null
): Promise<{ snapshot: string; changed: boolean }> {
  const clock = asked ? byClock(asked) : null
  const [row] = await sql.execute<{ snapshot: string; changed: boolean }[]>(
    asked && clock
      ? `select pg_current_snapshot()::text as snapshot,
                exists (
                  select 1 from follow_up_activity
                   where written_in >= pg_snapshot_xmin(?::pg_snapshot)
                     and written_in < pg_snapshot_xmax(pg_current_snapshot())
                     and not pg_visible_in_snapshot(written_in, ?::pg_snapshot)
                ) or ${clock.sql} as changed`
      : "select pg_current_snapshot()::text as snapshot, true as changed",
    asked && clock ? [asked.snapshot, asked.snapshot, ...clock.values] : []
  )
  return row ?? { snapshot: "", changed: true }
}

function byClock({ passed, became_critical }: Asked): Condition {
  const passing = [
    { sql: `${LIMIT} between ? and ?`, values: [passed.from, passed.to] },
    ...became_critical.map(({ calendar_id, calendar_version, from, to }) => ({
      sql: `calendar_id = ? and calendar_version = ? and ${LIMIT} between ? and ?`,
      values: [calendar_id, calendar_version, from, to],
    })),
  ]
  return {
    sql: passing
      .map(
        ({ sql }) => `exists (
           select 1 from follow_up_task
            where deleted_at is null and ${IS_COUNTING} and (${sql}))`
      )
      .join(" or "),
    values: passing.flatMap(({ values }) => values),
  }
}
