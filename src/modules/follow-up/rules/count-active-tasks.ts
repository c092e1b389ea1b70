import type { Sql } from "../../../postgres/sql"

/**
 * The number of open and waiting tasks of each calendar, or each playbook, by
 * id; zero is omitted. One statement that reads only active tasks.
 */
export async function countActiveTasks(
  sql: Sql,
  by: "calendar_id" | "playbook_id"
): Promise<Map<string, number>> {
  const rows = await sql.execute<{ id: string; active_tasks: number }[]>(
    `select ${by} as id, count(*)::int as active_tasks
       from follow_up_task
      where status in ('open', 'waiting') and deleted_at is null
      group by ${by}`
  )
  return new Map(rows.map(({ id, active_tasks }) => [id, active_tasks]))
}
