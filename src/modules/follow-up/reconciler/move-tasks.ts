import type { Logger } from "@medusajs/framework/types"
import { decide } from "../task/decide"
import { type CallState, stateOfCall } from "../task/decide/call"
import { spreadOverCalls } from "../task/join-calls"
import type { RuleVersions } from "../rules/rule-versions"
import { newRules } from "../rules/new-rules"
import { situationsOf } from "../task/situation-of"
import { lockActiveTasks } from "../task/sql/lock-active-tasks"
import {
  advanceRuleChange,
  lockUnfinishedRuleChange,
} from "../rules/rule-changes"
import type { Sql } from "../../../postgres/sql"
import {
  type Change,
  type Decided,
  decided,
  writeDecisions,
} from "../task/write-decisions"

/** Tasks that are moved in one transaction, which holds their locks. */
const BATCH = 200

/**
 * Moves the next open and waiting tasks to the current rules, in the caller's
 * transaction. Tasks are taken in the order of their ids, so that the desk
 * waits for one batch at most.
 *
 * @returns what it did, or null if no rule change is unfinished
 */
export async function moveTasks(
  sql: Sql,
  rules: RuleVersions,
  now: Date,
  logger: Pick<Logger, "error">
): Promise<Change[] | null> {
  const change = await lockUnfinishedRuleChange(sql)
  if (!change) {
    return null
  }
  const book = await rules.book(sql, now)
  const page = await lockActiveTasks(sql, change.moved_up_to, BATCH)
  const { tasks, leading } = page
  const situationAt = await situationsOf(sql, tasks, rules, now)
  const decisions: Decided[] = []
  for (const task of tasks) {
    try {
      const { situation, taskRules } = situationAt(task)
      const { playbook, calendar } = newRules(task, taskRules, book)
      const next = { playbook, calendar: rules.compile(calendar) }
      const decision = decide(situation, {
        kind: "change_rules",
        rules: next,
        leads: leading.has(task.id),
      })
      if (decision.activities.length > 0) {
        decisions.push(decided(situation, decision, next))
      }
    } catch (error) {
      logger.error(
        `follow-ups: task ${task.id} could not be moved to the new rules and stays under the old ones: ${error instanceof Error ? error.message : error}`
      )
    }
  }
  const changes = await writeDecisions(sql, decisions, now)
  await spreadOverCalls(sql, movedWaits(decisions), rules, now)
  await advanceRuleChange(
    sql,
    change.id,
    {
      moved_up_to: page.next ?? change.moved_up_to,
      moved: changes.length,
      finished: page.next === null,
    },
    now
  )
  return changes
}

/** How long the calls wait whose leading tasks wait for another time now. */
function movedWaits(
  decisions: readonly Decided[]
): Map<string, Pick<CallState, "waits">> {
  return new Map(
    decisions
      .filter(({ decision }) => decision.changes.waiting_until !== undefined)
      .map(({ task }) => [task.person_id, { waits: stateOfCall([task]).waits }])
  )
}
