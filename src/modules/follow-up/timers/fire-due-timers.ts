import type { Logger } from "@medusajs/framework/types"
import { decide } from "../task/decide"
import type { CallState } from "../task/decide/call"
import { spreadOverCalls } from "../task/join-calls"
import type { RuleVersions } from "../rules/rule-versions"
import { situationsOf } from "../task/situation-of"
import { postponeTimers } from "../task/sql/arm-timer"
import { lockDueTasks } from "./lock-due-tasks"
import type { Sql } from "../../../postgres/sql"
import {
  type Change,
  type Decided,
  decided,
  writeDecisions,
} from "../task/write-decisions"

/** When a task that could not be decided is retried. */
const RETRY_AFTER_MS = 10 * 60_000

/**
 * Runs the due timer steps, in the caller's transaction: the tasks are decided
 * one by one, and everything is read and written for all of them at once. A
 * task that cannot be decided (its calendar has no opening left) is postponed
 * and reported, so that it does not stop the clock for the others.
 *
 * @returns what it did
 */
export async function fireDueTimers(
  sql: Sql,
  rules: RuleVersions,
  now: Date,
  limit: number,
  logger: Pick<Logger, "error">
): Promise<Change[]> {
  const tasks = await lockDueTasks(sql, now, limit)
  if (tasks.length === 0) {
    return []
  }
  const situationAt = await situationsOf(sql, tasks, rules, now)
  const decisions: Decided[] = []
  const undecided: string[] = []
  for (const task of tasks) {
    try {
      const { situation, taskRules } = situationAt(task)
      const decision = decide(situation, { kind: "fire" })
      decisions.push(decided(situation, decision, taskRules))
    } catch (error) {
      undecided.push(task.id)
      logger.error(
        `follow-ups: the timer of task ${task.id} failed and will be tried again: ${error instanceof Error ? error.message : error}`
      )
    }
  }
  const retry_at = new Date(now.getTime() + RETRY_AFTER_MS)
  await postponeTimers(sql, undecided, retry_at, now)
  const changes = await writeDecisions(sql, decisions, now)
  const handed = await spreadOverCalls(sql, handedOver(decisions), rules, now)
  return [...changes, ...handed]
}

/** Who has the calls of which a step has assigned a task to somebody. */
function handedOver(
  decisions: readonly Decided[]
): Map<string, Pick<CallState, "assignee_id">> {
  return new Map(
    decisions.flatMap(({ task, decision: { changes } }) =>
      changes.assignee_id === undefined
        ? []
        : [[task.person_id, { assignee_id: changes.assignee_id }]]
    )
  )
}
