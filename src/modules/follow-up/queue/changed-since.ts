import type { Sql } from "../../../postgres/sql"
import type { CalendarReference } from "../rules/calendars/calendars"
import { type Condition, IS_COUNTING, LIMIT } from "../task/sql/late"

/** Moments that pass for the tasks of one calendar. */
export type Span = { from: Date; to: Date }

/** What was visible at a look. */
export type Look = {
  snapshot: string
  /** Which contacts several people use. */
  shared: string
}

export type Asked = {
  /** The look before, as `changedSince` returned it. */
  before: Look
  /** The time between then and now. */
  passed: Span
  /** The limits that became critical in that time, by calendar. */
  became_critical: (CalendarReference & Span)[]
}

/**
 * Whether the queue has changed since a look: by a change of a task, which
 * leaves an entry in its history, by a contact that joins people no longer, or
 * again, or by the clock, which makes tasks late and urgent without any change
 * of rows.
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
 * @param asked - null for a first look
 */
export async function changedSince(
  sql: Sql,
  asked: Asked | null
): Promise<{ look: Look; changed: boolean }> {
  const clock = asked ? byClock(asked) : null
  const [row] = await sql.execute<(Look & { changed: boolean })[]>(
    asked && clock
      ? `select ${LOOK},
                exists (
                  select 1 from follow_up_activity
                   where written_in >= pg_snapshot_xmin(?::pg_snapshot)
                     and written_in < pg_snapshot_xmax(pg_current_snapshot())
                     and not pg_visible_in_snapshot(written_in, ?::pg_snapshot)
                ) or ${clock.sql} as changed`
      : `select ${LOOK}, true as changed`,
    asked && clock
      ? [asked.before.snapshot, asked.before.snapshot, ...clock.values]
      : []
  )
  const { snapshot = "", shared = "", changed = true } = row ?? {}
  return {
    look: { snapshot, shared },
    changed: changed || shared !== asked?.before.shared,
  }
}

/** Offices that order from a shop are few: reading all is cheap. */
const LOOK = `pg_current_snapshot()::text as snapshot,
              (select coalesce(md5(string_agg(id, ' ' order by id)), '')
                 from follow_up_shared_contact
                where deleted_at is null) as shared`

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
