import { MedusaError } from "@medusajs/framework/utils"
import { searchTerms } from "../search-terms"
import type { Task } from "../task"
import { rawNumber } from "./raw-number"
import type { Sql, SqlValue } from "./sql"
import { type TaskRow, TASK_COLUMNS, toTask } from "./task-row"

/** Writes what a decision changes, under the lock that it was made under. */
export async function updateTask(
  sql: Sql,
  task: Task,
  changes: Partial<Task>,
  now: Date
): Promise<Task> {
  const changed = { ...task, ...changes }
  const columns: [string, SqlValue][] = [
    ...Object.entries(changes),
    ["raw_order_total", rawNumber(changed.order_total)],
    ["search_terms", searchTerms(changed)],
    ["updated_at", now],
  ]
  const [row] = await sql.execute<TaskRow[]>(
    `update follow_up_task
        set ${columns.map(([column]) => `"${column}" = ?`).join(", ")}
      where id = ?
  returning ${TASK_COLUMNS.join(", ")}`,
    [...columns.map(([, value]) => value), task.id]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `follow_up_task ${task.id} vanished under its lock`
    )
  }
  return toTask(row)
}
