import type { Sql } from "../../../postgres/sql"

/**
 * How many open and waiting tasks run under each calendar, or each playbook, by
 * its id; one without any is missing. One statement, which reads the active
 * tasks only.
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
