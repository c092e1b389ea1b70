import { generateEntityId } from "@medusajs/framework/utils"
import type { Sql } from "./sql"

/** The fingerprint of the command that a key was used for, or null. */
export async function selectCommandOfKey(
  sql: Sql,
  task_id: string,
  key: string
): Promise<string | null> {
  const [row] = await sql.execute<{ fingerprint: string }[]>(
    `select fingerprint
       from follow_up_command_key
      where task_id = ? and key = ?`,
    [task_id, key]
  )
  return row?.fingerprint ?? null
}

export async function insertCommandKey(
  sql: Sql,
  task_id: string,
  key: string,
  fingerprint: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_command_key
            (id, task_id, key, fingerprint, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?)`,
    [generateEntityId(undefined, "fukey"), task_id, key, fingerprint, now, now]
  )
}

/** A client that tries again does so within minutes. */
const KEPT_FOR_MS = 48 * 3_600_000

/** Forgets keys that nobody sends any more. */
export async function deleteOldCommandKeys(sql: Sql, now: Date): Promise<void> {
  await sql.execute(`delete from follow_up_command_key where created_at < ?`, [
    new Date(now.getTime() - KEPT_FOR_MS),
  ])
}
