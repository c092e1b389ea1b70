import { toSearchQuery } from "../task/search-terms"
import {
  type Condition,
  IS_COUNTING,
  lateCondition,
  LIMIT,
} from "../task/sql/late"
import type { TaskStatus } from "../task/task"
import type { SqlValue } from "../../../postgres/sql"

/**
 * The filters of a list, which are combined. With `tab` or `outside` it has a
 * row a call, and closed tasks, which stand for themselves; else a row a task.
 */
export type QueueFilters = {
  tab?: QueueTab
  /** Only what this tab does not show. */
  outside?: QueueTab
  status?: TaskStatus[]
  type?: string[]
  /** A user's id, or null for unassigned tasks. */
  assignee_id?: string | null
  order_id?: string
  customer_id?: string
  late?: boolean
  due_before?: Date
  /** As typed into the search box. */
  q?: string
  /** Only this user's tasks and unassigned ones; null: only the latter. */
  visible_to?: string | null
}

/** The conditions of a tab of the queue, for the tasks that lead calls. */
export function tabCondition(
  tab: QueueTab,
  user_id: string | null,
  now: Date
): Condition {
  switch (tab) {
    case "now":
      return { sql: "status = 'open'", values: [] }
    case "mine":
      return {
        sql: "status in ('open', 'waiting') and assignee_id = ?",
        values: [user_id],
      }
    case "waiting":
      return { sql: "status = 'waiting'", values: [] }
    case "late":
      return lateCallCondition(now)
    case "all":
      return { sql: "true", values: [] }
  }
}

/** The tasks that this user may see, see `QueueFilters`. */
export function visibleCondition(
  visible_to: string | null | undefined
): Condition {
  if (visible_to === undefined) {
    return { sql: "true", values: [] }
  }
  return visible_to === null
    ? { sql: "assignee_id is null", values: [] }
    : { sql: "assignee_id is null or assignee_id = ?", values: [visible_to] }
}

/** What is searched, as it is indexed. */
export const SEARCH_TERMS =
  "array_to_tsvector(string_to_array(search_terms, ' '))"

/**
 * How what is searched is found: by the index of the terms, among the tasks of
 * these ids, or by reading tasks in the order of the list.
 */
export type Finding = "by_index" | "in_order" | { ids: string[] }

/** The complete `where` of a list. */
export function queueConditions(
  filters: QueueFilters,
  user_id: string | null,
  now: Date,
  finding: Finding = "by_index"
): Condition {
  const conditions: Condition[] = [{ sql: "deleted_at is null", values: [] }]
  const add = (sql: string, ...values: SqlValue[]) =>
    conditions.push({ sql, values })
  const listsCalls = filters.tab !== undefined || filters.outside !== undefined
  // What one of its tasks has, the call has.
  const addOfCall = (one: string, ...values: SqlValue[]) =>
    addOfEither({ sql: one, values }, byOther({ sql: one, values }))
  const addOfEither = (one: Condition, other: Condition) =>
    listsCalls
      ? add(`${one.sql} or ${other.sql}`, ...one.values, ...other.values)
      : add(one.sql, ...one.values)

  if (listsCalls) {
    add("leads")
  }
  if (filters.tab) {
    conditions.push(tabCondition(filters.tab, user_id, now))
  }
  if (filters.outside) {
    const { sql, values } = tabCondition(filters.outside, user_id, now)
    add(`not coalesce((${sql}), false)`, ...values)
  }
  if (filters.visible_to !== undefined) {
    conditions.push(visibleCondition(filters.visible_to))
  }
  if (filters.status?.length) {
    addOfCall("status = any (?::text[])", array(filters.status))
  }
  if (filters.type?.length) {
    addOfCall("type = any (?::text[])", array(filters.type))
  }
  if (filters.assignee_id === null) {
    add("assignee_id is null")
  } else if (filters.assignee_id !== undefined) {
    add("assignee_id = ?", filters.assignee_id)
  }
  if (filters.order_id !== undefined) {
    addOfCall("order_id = ?", filters.order_id)
  }
  if (filters.customer_id !== undefined) {
    addOfCall("customer_id = ?", filters.customer_id)
  }
  if (filters.late !== undefined) {
    const { sql, values } = listsCalls
      ? lateCallCondition(now)
      : lateCondition(now)
    add(filters.late ? sql : `not coalesce(${sql}, false)`, ...values)
  }
  if (filters.due_before !== undefined) {
    addOfCall("due_at < ?", filters.due_before)
  }
  if (filters.q !== undefined) {
    const query = toSearchQuery(filters.q)
    if (query === null) {
      add("false")
    } else if (finding === "by_index") {
      addOfCall(`${SEARCH_TERMS} @@ ?::tsquery`, query)
    } else if (finding === "in_order") {
      addOfEither(
        { sql: MATCHES_UNINDEXED, values: [query] },
        whoseOther({ sql: `${SEARCH_TERMS} @@ ?::tsquery`, values: [query] })
      )
    } else {
      addOfCall(
        `id = any (?::text[]) and ${MATCHES_UNINDEXED}`,
        array(finding.ids),
        query
      )
    }
  }
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(" and "),
    values: conditions.flatMap(({ values }) => values),
  }
}

/** Written so that the index of the terms is of no use. */
const MATCHES_UNINDEXED = `(${SEARCH_TERMS} || ''::tsvector) @@ ?::tsquery`

const IS_ACTIVE = "status in ('open', 'waiting')"

/**
 * The calls of which any task is late, as a condition of the one that leads:
 * it is open if any of them is.
 */
function lateCallCondition(now: Date): Condition {
  const { sql, values } = lateCondition(now)
  const other = byOther({ sql: `runs_out_first and ${sql}`, values })
  return {
    sql: `${IS_COUNTING} and (${LIMIT} < ? or ${other.sql})`,
    values: [now, ...other.values],
  }
}

/** What a call has open besides the task that leads it. */
const OTHERS = `select person_id from follow_up_task
  where ${IS_ACTIVE} and deleted_at is null and not leads`

/** The calls that have such a task, to be looked up by their persons. */
function byOther({ sql, values }: Condition): Condition {
  return {
    sql: `(${IS_ACTIVE} and person_id = any (array(${OTHERS} and (${sql}))))`,
    values,
  }
}

/** The same, for a list that is read in its order and asks about each row. */
function whoseOther({ sql, values }: Condition): Condition {
  return {
    sql: `(${IS_ACTIVE} and person_id in (${OTHERS} and (${sql})))`,
    values,
  }
}

/**
 * A Postgres array literal: the driver would expand a list into many values.
 */
function array(values: readonly string[]): string {
  return `{${values
    .map((value) => `"${value.replace(/(["\\])/g, "\\$1")}"`)
    .join(",")}}`
}

/** The tabs of the queue. */
export const QUEUE_TABS = ["now", "mine", "waiting", "late", "all"] as const

export type QueueTab = (typeof QUEUE_TABS)[number]
