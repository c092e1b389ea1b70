import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { applyDecision, type Change } from "./apply-decision"
import { decide } from "./decide"
import type { Command } from "./decide/command"
import { Refusal } from "./decide/refusal"
import { calendarOf, type Rules } from "./rules"
import { insertCommandKey, selectCommandOfKey } from "./sql/command-key"
import { lockTask } from "./sql/lock-task"
import {
  selectFiredSteps,
  selectLastAttempt,
  selectLastNote,
} from "./sql/select-history"
import type { Sql } from "./sql/sql"

export type CommandRequest = {
  task_id: string
  command: Command
  /** The person who commands; null for the shop's events and the clock. */
  actor_id: string | null
  /** The same key with the same command by the same person changes nothing. */
  idempotency_key?: string | null
}

/**
 * Decides a command on a task under its row lock and writes the decision down,
 * in the caller's transaction.
 *
 * @throws MedusaError NOT_FOUND for an unknown task
 * @throws Refusal where the task's state does not allow the command, or its
 * key was used for another one
 */
export async function runCommand(
  sql: Sql,
  { task_id, command, actor_id, idempotency_key = null }: CommandRequest,
  rules: Rules,
  now: Date
): Promise<Change> {
  const task = await lockTask(sql, task_id)
  if (!task) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Follow-up task with id: ${task_id} was not found`
    )
  }
  const unchanged: Change = { task, event_ids: [] }
  const fingerprint = fingerprintOf(command, actor_id)
  if (idempotency_key !== null) {
    const before = await selectCommandOfKey(sql, task_id, idempotency_key)
    if (before === fingerprint) {
      return unchanged
    }
    if (before !== null) {
      throw new Refusal(
        `Idempotency-Key "${idempotency_key}" was already used for another command on this task; send a new key`
      )
    }
  }

  const fired = await selectFiredSteps(sql, task_id)
  const { calendar } = calendarOf(
    task,
    await rules.calendars(sql, [task.calendar_id])
  )
  const decision = decide(
    {
      task,
      now,
      actor_id,
      calendar,
      playbook: rules.playbookOf(task.type),
      default_country: rules.default_country,
      fired,
      // Who sends a key says what is the same; without one, likeness must.
      last_attempt:
        idempotency_key === null ? await selectLastAttempt(sql, task_id) : null,
      last_note:
        idempotency_key === null ? await selectLastNote(sql, task_id) : null,
    },
    command
  )
  if (idempotency_key !== null) {
    await insertCommandKey(sql, task_id, idempotency_key, fingerprint, now)
  }
  return decision.activities.length === 0
    ? unchanged
    : await applyDecision(sql, task, decision, actor_id, fired, now)
}

/** Tells commands apart without keeping what they say about people. */
function fingerprintOf(command: Command, actor_id: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...command, actor_id }))
    .digest("base64url")
}
