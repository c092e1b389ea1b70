import type { Task } from "../task/task"
import { COUNT_UP_TO } from "./count-queue"
import { type QueueFilters, queueConditions } from "./queue-conditions"
import type { Sql } from "../../../postgres/sql"
import { TASK_COLUMNS, type TaskRow, toTask } from "../task/sql/task-row"

/** The columns by which a list may be sorted. */
export const SORTABLE_COLUMNS = [
  "due_at",
  "opened_at",
  "order_total",
  "updated_at",
] as const
type SortColumn = (typeof SORTABLE_COLUMNS)[number]

const NULLABLE: ReadonlySet<SortColumn> = new Set(["due_at", "order_total"])

export type QueuePage = {
  sort: { column: SortColumn; descending: boolean }
  limit: number
  offset: number
}

/**
 * One page of tasks, and how many there are in all. By default sorted by
 * priority, then by the time that runs out first, then by age; tasks that are
 * not due come last.
 */
export async function selectQueue(
  sql: Sql,
  filters: QueueFilters,
  page: QueuePage,
  user_id: string | null,
  now: Date
): Promise<{ tasks: Task[]; count: number }> {
  const where = queueConditions(filters, user_id, now)
  const { column, descending } = page.sort
  // For a column without nulls, `nulls last` would keep its index from being
  // used.
  const order = `${column} ${descending ? "desc" : "asc"}${
    NULLABLE.has(column) ? " nulls last" : ""
  }`
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where ${where.sql}
      order by ${column === "due_at" && !descending ? "priority desc, " : ""}${order}, ${column === "opened_at" ? "id" : "opened_at, id"}
      limit ? offset ?`,
    [...where.values, page.limit, page.offset]
  )
  const [total] = await sql.execute<{ count: string }[]>(
    `select count(*) as count
       from (select 1 from follow_up_task
              where ${where.sql}
              limit ${COUNT_UP_TO}) as counted`,
    where.values
  )
  return { tasks: rows.map(toTask), count: Number(total?.count ?? 0) }
}
