import type { Logger } from "@medusajs/framework/types"
import type { Change } from "./apply-decision"
import type { Rules } from "./rules"
import { runCommand } from "./run-command"
import { postponeTimer } from "./sql/arm-timer"
import { lockDueTimers } from "./sql/lock-due-timers"
import type { Sql } from "./sql/sql"

/** When a task that could not be decided is tried again. */
const RETRY_AFTER_MS = 10 * 60_000

/**
 * Lets the clock do what is due, in the caller's transaction. A task that
 * cannot be decided (its calendar has no opening left, its type is no more) is
 * put off and reported: it must not stop the clock for all the others.
 *
 * @returns what it did
 */
export async function fireDueTimers(
  sql: Sql,
  rules: Rules,
  now: Date,
  limit: number,
  logger: Pick<Logger, "error">
): Promise<Change[]> {
  const changes: Change[] = []
  for (const { task_id, step } of await lockDueTimers(sql, now, limit)) {
    await sql.execute("savepoint fire")
    try {
      const command = { kind: "fire", step } as const
      changes.push(
        await runCommand(sql, { task_id, command, actor_id: null }, rules, now)
      )
    } catch (error) {
      await sql.execute("rollback to savepoint fire")
      const retry_at = new Date(now.getTime() + RETRY_AFTER_MS)
      await postponeTimer(sql, task_id, retry_at, now)
      logger.error(
        `follow-ups: ${step} of task ${task_id} failed and will be tried again: ${error instanceof Error ? error.message : error}`
      )
    }
    await sql.execute("release savepoint fire")
  }
  return changes
}
