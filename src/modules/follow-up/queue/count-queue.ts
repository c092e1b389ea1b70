import {
  QUEUE_TABS,
  type QueueTab,
  tabCondition,
  visibleCondition,
} from "./queue-conditions"
import type { CalendarReference } from "../rules/calendars/calendars"
import type { Sql } from "../../../postgres/sql"

export type QueueCounts = {
  counts: Record<QueueTab, number>
  /** Tasks with an unmet limit at or past their calendar's critical moment. */
  urgent: number
  /** Changes whenever an open or waiting task changes, comes or goes. */
  revision: string
}

/** For a calendar, the latest limit that is critical now. */
type CriticalUpTo = CalendarReference & { limit: Date }

/** Counting every task there ever was, each second, would grow without end. */
export const COUNT_UP_TO = 10_000

/**
 * How many tasks each tab holds, in one statement of which every part has its
 * own index. `all` stops counting at `COUNT_UP_TO`.
 *
 * The revision is a sum over the active tasks and not the latest change, as
 * transactions may commit in another order than they took the time.
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
  const critical = critical_up_to.flatMap(
    ({ calendar_id, calendar_version, limit }) => [
      calendar_id,
      calendar_version,
      limit,
      limit,
    ]
  )
  const urgent =
    critical_up_to
      .map(
        () => `(calendar_id = ? and calendar_version = ?
                and (responded_at is null and response_limit_at <= ?
                     or resolution_limit_at <= ?))`
      )
      .join(" or ") || "false"

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
              where deleted_at is null and status = 'open'
                and (${visible.sql}) and (${urgent})) as urgent,
            (select coalesce(sum(extract(epoch from updated_at)), 0)
               from follow_up_task
              where deleted_at is null
                and status in ('open', 'waiting')) as revision`,
    [
      ...tabs.flatMap(({ values }) => [...visible.values, ...values]),
      ...visible.values,
      ...critical,
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
