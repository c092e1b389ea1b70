import {
  QUEUE_TABS,
  type QueueTab,
  tabCondition,
  visibleCondition,
} from "./queue-conditions"
import { hasLimit, IS_COUNTING } from "../task/sql/late"
import type { CalendarReference } from "../rules/calendars/calendars"
import type { Sql } from "../../../postgres/sql"

export type QueueCounts = {
  counts: Record<QueueTab, number>
  /**
   * Tasks with an unmet limit that is critical or breached in their calendar.
   */
  urgent: number
  /** Changes whenever an open or waiting task is added, changed or closed. */
  revision: string
}

/** The latest limit that is critical now, for a calendar. */
type CriticalUpTo = CalendarReference & { limit: Date }

/**
 * The cost of counting every task ever opened, each second, would grow without
 * end.
 */
export const COUNT_UP_TO = 10_000

/**
 * How many tasks each tab holds, in one statement whose parts each have their
 * own index. `all` stops counting at `COUNT_UP_TO`.
 *
 * The revision is a sum over the active tasks, not the latest change, as
 * transactions may commit in another order than that of their timestamps.
 *
 * @param critical_up_to - for each calendar that open tasks run under
 * @param visible_to - whose tasks are counted, as in `QueueFilters`
 */
export async function countQueue(
  sql: Sql,
  user_id: string | null,
  critical_up_to: CriticalUpTo[],
  now: Date,
  visible_to?: string | null
): Promise<QueueCounts> {
  const visible = visibleCondition(visible_to)
  const tabs = QUEUE_TABS.map((tab) => tabCondition(tab, user_id, now))
  const critical = critical_up_to.map((upTo) => {
    const { sql, values } = hasLimit("<=", upTo.limit)
    return {
      sql: `(calendar_id = ? and calendar_version = ? and (${sql}))`,
      values: [upTo.calendar_id, upTo.calendar_version, ...values],
    }
  })
  const urgent = critical.map(({ sql }) => sql).join(" or ") || "false"

  const [row] = await sql.execute<
    (Record<QueueTab, string> & { urgent: string; revision: string })[]
  >(
    `select ${QUEUE_TABS.map(
      (tab, index) =>
        `(select count(*)
            from (select 1 from follow_up_task
                   where deleted_at is null and (${visible.sql})
                     and (${tabs[index]?.sql ?? "false"})
                   limit ${COUNT_UP_TO}) as counted) as "${tab}"`
    ).join(", ")},
            (select count(*) from follow_up_task
              where deleted_at is null and ${IS_COUNTING}
                and (${visible.sql}) and (${urgent})) as urgent,
            (select coalesce(sum(extract(epoch from updated_at)), 0)
               from follow_up_task
              where deleted_at is null
                and status in ('open', 'waiting')) as revision`,
    [
      ...tabs.flatMap(({ values }) => [...visible.values, ...values]),
      ...visible.values,
      ...critical.flatMap(({ values }) => values),
    ]
  )
  const count = (tab: QueueTab) => Number(row?.[tab] ?? 0)
  return {
    counts: {
      now: count("now"),
      mine: count("mine"),
      waiting: count("waiting"),
      late: count("late"),
      all: count("all"),
    },
    urgent: Number(row?.urgent ?? 0),
    revision: String(row?.revision ?? 0),
  }
}
