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
   * Calls of which a task has an unmet limit that is critical or breached in
   * its calendar.
   */
  urgent: number
  /** Changes whenever an open or waiting task is added, changed or closed. */
  revision: string
}

/** The latest limit that is critical now, for a calendar. */
type CriticalUpTo = CalendarReference & { limit: Date }

/** A list is not counted further than this. */
export const COUNT_UP_TO = 10_000

/**
 * Nor what a search finds further than this: 10,000 tasks that share a first
 * name took 30 ms of counting.
 */
export const COUNT_FOUND_UP_TO = 1_000

/**
 * How many calls each tab holds, in one statement; closed tasks, which are on
 * the tab of everything, stand for themselves. It adds up the counts of
 * `follow_up_task_count`, which triggers keep: counting the tasks themselves
 * took 70 ms with 20,000 active ones. Late is not among them: it is what the
 * first limits of calls add up to in earlier periods, and in this one before
 * now.
 *
 * The revision is a sum over the active tasks, not the latest change, as
 * transactions may commit in another order than that of their timestamps.
 *
 * @param critical_up_to - for each calendar that open tasks run under
 * @param visible_to - whose calls are counted, as in `QueueFilters`
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

/** How many calls one tab holds. */
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

/**
 * The versions of calendars that open tasks run under, also those that stand
 * for no call: `changed` adds up the times of all.
 */
export async function selectOpenCalendars(
  sql: Sql
): Promise<CalendarReference[]> {
  return await sql.execute<CalendarReference[]>(
    `select calendar_id, calendar_version
       from follow_up_task_count
      where ${IS_COUNTING}
      group by calendar_id, calendar_version
     having sum(changed) > 0`
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
      return sumWhere("calls", tabCondition(tab, user_id, now), visible)
    case "late":
      return countFirstLimits("<", now, { sql: "true", values: [] }, visible)
    case "all": {
      const { sql, values } = sumWhere("calls", visible)
      return { sql: `least(${sql}, ${COUNT_UP_TO})`, values }
    }
  }
}

function urgentCount(
  critical_up_to: CriticalUpTo[],
  visible_to: string | null | undefined
): Condition {
  const visible = visibleCondition(visible_to)
  return sumOf([
    ...critical_up_to.map(({ limit, ...calendar }) =>
      countFirstLimits("<=", limit, inCalendar(calendar), visible)
    ),
    ...(critical_up_to.length > 1
      ? [countUrgentElsewhere(critical_up_to, visible)]
      : []),
  ])
}

/**
 * The calls that are urgent by a later limit, in another calendar than that of
 * their first: one that closes now, so that no time is left there. Their limits
 * are still to come, and few.
 */
function countUrgentElsewhere(
  critical_up_to: CriticalUpTo[],
  visible: Condition
): Condition {
  const urgent = critical_up_to.map(({ limit, ...calendar }) =>
    all([inCalendar(calendar), { sql: `${LIMIT} <= ?`, values: [limit] }])
  )
  const isUrgent = {
    sql: urgent.map(({ sql }) => `(${sql})`).join(" or "),
    values: urgent.flatMap(({ values }) => values),
  }
  const limits = critical_up_to.map(({ limit }) => limit.getTime())
  const { sql, values } = all([
    {
      sql: `${LIMIT} between ? and ?`,
      values: [new Date(Math.min(...limits)), new Date(Math.max(...limits))],
    },
    isUrgent,
    visible,
  ])
  return {
    sql: `(select count(distinct person_id) from follow_up_task as task
            where deleted_at is null and not runs_out_first and ${IS_COUNTING}
              and ${sql}
              and not exists (
                    select 1 from follow_up_task as first
                     where first.person_id = task.person_id
                       and deleted_at is null and runs_out_first
                       and ${IS_COUNTING} and (${isUrgent.sql})))`,
    values: [...values, ...isUrgent.values],
  }
}

function inCalendar({
  calendar_id,
  calendar_version,
}: CalendarReference): Condition {
  return {
    sql: "calendar_id = ? and calendar_version = ?",
    values: [calendar_id, calendar_version],
  }
}

/**
 * The calls whose first unmet limit is before a moment: those of earlier periods
 * are added up, those of its own period are read from their index.
 */
function countFirstLimits(
  comparison: "<" | "<=",
  moment: Date,
  ...conditions: Condition[]
): Condition {
  const period = Math.floor(moment.getTime() / PERIOD_MS)
  const where = all(conditions)
  const earlier = sumWhere(
    "first_limits",
    { sql: `${IS_COUNTING} and limit_period < ?`, values: [period] },
    where
  )
  return sumOf([
    earlier,
    {
      sql: `(select count(*) from follow_up_task
              where deleted_at is null and runs_out_first and ${IS_COUNTING}
                and ${LIMIT} >= ? and ${LIMIT} ${comparison} ?
                and ${where.sql})`,
      values: [new Date(period * PERIOD_MS), moment, ...where.values],
    },
  ])
}

/** Of `limit_period`: six hours. */
const PERIOD_MS = 21_600_000

function sumWhere(
  counted: "calls" | "first_limits",
  ...conditions: Condition[]
): Condition {
  const { sql, values } = all(conditions)
  return { sql: `coalesce(sum(${counted}) filter (where ${sql}), 0)`, values }
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
