import type { Task } from "../task/task"
import type { Condition } from "../task/sql/late"
import { COUNT_FOUND_UP_TO, COUNT_UP_TO, countTab } from "./count-queue"
import { fewCandidates } from "./few-candidates"
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

export type QueuePage = {
  sort: { column: SortColumn; descending: boolean }
  limit: number
  offset: number
}

/**
 * One page of tasks, and how many there are in all. By default sorted by
 * priority, then by the time that runs out first, then by age; tasks that are
 * not due come last. Totals are sorted within each currency.
 */
export async function selectQueue(
  sql: Sql,
  filters: QueueFilters,
  page: QueuePage,
  user_id: string | null,
  now: Date
): Promise<{ tasks: Task[]; count: number }> {
  const candidates = await fewCandidates(sql, filters)
  const where = queueConditions(filters, user_id, now, candidates)
  const columns = TASK_COLUMNS.join(", ")
  // What a search finds is sorted, and not looked for in a sorted index, which
  // PostgreSQL would read to its end where the words match less than it expects.
  const found =
    filters.q === undefined
      ? `follow_up_task where ${where.sql}`
      : `(select ${columns} from follow_up_task
           where ${where.sql} offset 0) as found`
  const rows = await sql.execute<TaskRow[]>(
    `select ${columns}
       from ${found}
      order by ${orderBy(page.sort)}
      limit ? offset ?`,
    [...where.values, page.limit, page.offset]
  )
  // The last page tells how many there are.
  const isLast =
    rows.length < page.limit && (rows.length > 0 || page.offset === 0)
  return {
    tasks: rows.map(toTask),
    count: isLast
      ? page.offset + rows.length
      : await countFiltered(sql, filters, where, user_id, now),
  }
}

function orderBy({ column, descending }: QueuePage["sort"]): string {
  const direction = descending ? "desc" : "asc"
  switch (column) {
    case "due_at":
      return descending
        ? "due_at desc nulls last, opened_at, id"
        : "priority desc, due_at, opened_at, id"
    case "opened_at":
      return `opened_at ${direction}, id`
    case "updated_at":
      return `updated_at ${direction}, opened_at, id`
    case "order_total":
      // Amounts of different currencies cannot be compared.
      return `currency_code, order_total ${direction} nulls last, opened_at, id`
  }
}

async function countFiltered(
  sql: Sql,
  filters: QueueFilters,
  where: Condition,
  user_id: string | null,
  now: Date
): Promise<number> {
  const { tab = "all", visible_to, ...others } = filters
  if (Object.values(others).every((filter) => filter === undefined)) {
    return await countTab(sql, tab, user_id, now, visible_to)
  }
  const [total] = await sql.execute<{ count: string }[]>(
    `select count(*) as count
       from (select 1 from follow_up_task
              where ${where.sql}
              limit ${filters.q === undefined ? COUNT_UP_TO : COUNT_FOUND_UP_TO}) as counted`,
    where.values
  )
  return Number(total?.count ?? 0)
}
