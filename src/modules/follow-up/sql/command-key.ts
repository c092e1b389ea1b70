import { generateEntityId } from "@medusajs/framework/utils"
import type { Sql } from "./sql"

/** The command that a key was used for on this task, or null. */
export async function selectCommandOfKey(
  sql: Sql,
  task_id: string,
  key: string
): Promise<string | null> {
  const [row] = await sql.execute<{ command: string }[]>(
    `select command
       from follow_up_command_key
      where task_id = ? and key = ?`,
    [task_id, key]
  )
  return row?.command ?? null
}

export async function insertCommandKey(
  sql: Sql,
  task_id: string,
  key: string,
  command: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_command_key
            (id, task_id, key, command, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?)`,
    [generateEntityId(undefined, "fukey"), task_id, key, command, now, now]
  )
}
