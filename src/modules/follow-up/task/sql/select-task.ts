import type { Task } from "../task"
import type { Sql } from "../../../../postgres/sql"
import { isStorable } from "../../../../refusals"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** @returns null for an unknown id, also one that no database could hold */
export async function selectTask(sql: Sql, id: string): Promise<Task | null> {
  if (!isStorable(id)) {
    return null
  }
  const [row] = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where id = ? and deleted_at is null`,
    [id]
  )
  return row ? toTask(row) : null
}

/** The ways to find tasks. */
export type TasksOf =
  | { id: string[] }
  | { order_id: string[] }
  | { customer_id: string[] }
  | { person_id: string[] }
  | { dedupe_key: string[] }

const FOUND_BY = [
  "id",
  "order_id",
  "customer_id",
  "person_id",
  "dedupe_key",
] as const

export async function selectTasksOf(sql: Sql, of: TasksOf): Promise<Task[]> {
  const ways: Partial<Record<(typeof FOUND_BY)[number], string[]>> = of
  const column = FOUND_BY.find((way) => ways[way] !== undefined)
  const ids = (column && ways[column]) ?? []
  if (!column || ids.length === 0) {
    return []
  }
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where ${column} in (${ids.map(() => "?").join(", ")})
        and deleted_at is null
      order by opened_at, id`,
    ids
  )
  return rows.map(toTask)
}

/** Tasks that wait for another number after a wrong one, oldest first. */
export async function selectTasksWithoutNumber(
  sql: Sql,
  limit: number
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where status = 'waiting' and waiting_reason = 'new_number'
        and deleted_at is null
      order by waiting_since, id
      limit ?`,
    [limit]
  )
  return rows.map(toTask)
}
