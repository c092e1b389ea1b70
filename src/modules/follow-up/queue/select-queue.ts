import type { Task } from "../task/task"
import type { Condition } from "../task/sql/late"
import { QUEUE_ORDER } from "../task/sql/leads"
import { COUNT_FOUND_UP_TO, COUNT_UP_TO, countTab } from "./count-queue"
import { fewCandidates, findsMany } from "./few-candidates"
import {
  type Finding,
  type QueueFilters,
  queueConditions,
} from "./queue-conditions"
import type { Sql, SqlValue } from "../../../postgres/sql"
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
 * One page of tasks, each of which stands for its call if calls are listed, and
 * how many there are in all. By default sorted by
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
  const finding = await findingOf(sql, filters, page, user_id, now)
  const where = queueConditions(filters, user_id, now, finding)
  const rows = await sql.execute<TaskRow[]>(
    ...pageOf(filters, where, page, finding)
  )
  // The last page tells how many there are.
  const isLast =
    rows.length < page.limit && (rows.length > 0 || page.offset === 0)
  return {
    tasks: rows.map(toTask),
    count: isLast
      ? page.offset + rows.length
      : await countFiltered(
          sql,
          filters,
          // The index of the terms counts faster than the list's order.
          finding === "in_order"
            ? queueConditions(filters, user_id, now)
            : where,
          user_id,
          now
        ),
  }
}

async function findingOf(
  sql: Sql,
  filters: QueueFilters,
  { sort }: QueuePage,
  user_id: string | null,
  now: Date
): Promise<Finding> {
  if (filters.q === undefined) {
    return "in_order"
  }
  const few = await fewCandidates(sql, filters)
  if (few) {
    return few
  }
  const where = queueConditions(filters, user_id, now)
  return !isByLatestDue(sort) && (await findsMany(sql, filters, where))
    ? "in_order"
    : "by_index"
}

const COLUMNS = TASK_COLUMNS.join(", ")

/** The statement that reads a page, and its values. */
function pageOf(
  { q, tab = "all" }: QueueFilters,
  where: Condition,
  { sort, limit, offset }: QueuePage,
  finding: Finding
): [string, SqlValue[]] {
  const order = orderBy(sort)
  const read = (from: string, values: readonly SqlValue[]) =>
    [
      `select ${COLUMNS} from ${from} order by ${order} limit ? offset ?`,
      [...values, limit, offset],
    ] satisfies [string, SqlValue[]]
  if (q !== undefined && finding !== "in_order") {
    // What a search finds is sorted, and not looked for in a sorted index, which
    // PostgreSQL would read to its end where the words match less than it
    // expects.
    return read(
      `(select ${COLUMNS} from follow_up_task
         where ${where.sql} offset 0) as found`,
      where.values
    )
  }
  if (tab === "all" && isByLatestDue(sort)) {
    // Active tasks alone are due. They are few, and sorted; the others, which
    // come last, are in the order of an index.
    const half = (isDue: string, order: string) =>
      `(select ${COLUMNS} from follow_up_task
         where ${where.sql} and ${isDue}
         order by ${order} limit ?)`
    const values = [...where.values, limit + offset]
    return read(
      `(${half(DUE, order)}
        union all
        ${half(`(${DUE}) is not true`, "opened_at, id")}) as halves`,
      [...values, ...values]
    )
  }
  return read(`follow_up_task where ${where.sql}`, where.values)
}

const DUE = "status in ('open', 'waiting') and due_at is not null"

function isByLatestDue({ column, descending }: QueuePage["sort"]): boolean {
  return column === "due_at" && descending
}

function orderBy({ column, descending }: QueuePage["sort"]): string {
  const direction = descending ? "desc" : "asc"
  switch (column) {
    case "due_at":
      return descending ? "due_at desc nulls last, opened_at, id" : QUEUE_ORDER
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
