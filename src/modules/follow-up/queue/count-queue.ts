import type { CalendarReference } from "../rules/calendars/calendars"
import type { Sql } from "../../../postgres/sql"
import { type Condition, IS_COUNTING, LIMIT } from "../task/sql/late"
import {
  QUEUE_TABS,
  type QueueTab,
  tabCondition,
  visibleCondition,
} from "./queue-conditions"

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

/** A list of tasks is not counted further than this. */
export const COUNT_UP_TO = 10_000

/**
 * Nor what a search finds further than this: 10,000 tasks that share a first
 * name took 30 ms of counting.
 */
export const COUNT_FOUND_UP_TO = 1_000

/**
 * How many tasks each tab holds, in one statement. It adds up the counts of
 * `follow_up_task_count`, which triggers keep: counting the tasks themselves
 * took 70 ms with 20,000 active ones. Late is not among them: it is what the
 * limits of earlier periods add up to, and those of this one before now.
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
  const figures = [
    ...QUEUE_TABS.map((tab) => tabCount(tab, user_id, now, visible_to)),
    urgentCount(critical_up_to, visible_to),
  ]
  const [row] = await sql.execute<
    (Record<QueueTab, string> & { urgent: string; revision: string })[]
  >(
    `select ${[...QUEUE_TABS, "urgent"]
      .map((name, index) => `${figures[index]?.sql ?? "0"} as "${name}"`)
      .join(", ")},
            coalesce(sum(changed), 0) as revision
       from follow_up_task_count`,
    figures.flatMap(({ values }) => values)
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

/** How many tasks one tab holds. */
export async function countTab(
  sql: Sql,
  tab: QueueTab,
  user_id: string | null,
  now: Date,
  visible_to: string | null | undefined
): Promise<number> {
  const figure = tabCount(tab, user_id, now, visible_to)
  const [row] = await sql.execute<{ count: string }[]>(
    `select ${figure.sql} as count from follow_up_task_count`,
    figure.values
  )
  return Number(row?.count ?? 0)
}

/** The versions of calendars that open tasks run under. */
export async function selectOpenCalendars(
  sql: Sql
): Promise<CalendarReference[]> {
  return await sql.execute<CalendarReference[]>(
    `select calendar_id, calendar_version
       from follow_up_task_count
      where ${IS_COUNTING}
      group by calendar_id, calendar_version
     having sum(tasks) > 0`
  )
}

/** A tab's count, as an expression over all rows of `follow_up_task_count`. */
function tabCount(
  tab: QueueTab,
  user_id: string | null,
  now: Date,
  visible_to: string | null | undefined
): Condition {
  const visible = visibleCondition(visible_to)
  switch (tab) {
    case "now":
    case "mine":
    case "waiting":
      return sumWhere(tabCondition(tab, user_id, now), visible)
    case "late":
      return countLimits("<", now, { sql: "true", values: [] }, visible)
    case "all": {
      const { sql, values } = sumWhere(visible)
      return { sql: `least(${sql}, ${COUNT_UP_TO})`, values }
    }
  }
}

function urgentCount(
  critical_up_to: CriticalUpTo[],
  visible_to: string | null | undefined
): Condition {
  const visible = visibleCondition(visible_to)
  return sumOf(
    critical_up_to.map(({ calendar_id, calendar_version, limit }) =>
      countLimits(
        "<=",
        limit,
        {
          sql: "calendar_id = ? and calendar_version = ?",
          values: [calendar_id, calendar_version],
        },
        visible
      )
    )
  )
}

/**
 * The open tasks with an unmet limit before a moment: those of earlier periods
 * are added up, those of its own period are read from their index.
 */
function countLimits(
  comparison: "<" | "<=",
  moment: Date,
  ...conditions: Condition[]
): Condition {
  const period = Math.floor(moment.getTime() / PERIOD_MS)
  const where = all(conditions)
  const earlier = sumWhere(
    { sql: `${IS_COUNTING} and limit_period < ?`, values: [period] },
    where
  )
  return sumOf([
    earlier,
    {
      sql: `(select count(*) from follow_up_task
              where deleted_at is null and leads and ${IS_COUNTING}
                and ${LIMIT} >= ? and ${LIMIT} ${comparison} ?
                and ${where.sql})`,
      values: [new Date(period * PERIOD_MS), moment, ...where.values],
    },
  ])
}

/** Of `limit_period`: six hours. */
const PERIOD_MS = 21_600_000

function sumWhere(...conditions: Condition[]): Condition {
  const { sql, values } = all(conditions)
  return { sql: `coalesce(sum(tasks) filter (where ${sql}), 0)`, values }
}

function all(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(" and "),
    values: conditions.flatMap(({ values }) => values),
  }
}

function sumOf(figures: Condition[]): Condition {
  return {
    sql: `(${["0", ...figures.map(({ sql }) => sql)].join(" + ")})`,
    values: figures.flatMap(({ values }) => values),
  }
}
