import type { Sql } from "../../../postgres/sql"
import type { RuleVersions, TaskRules } from "../rules/rule-versions"
import { decide } from "./decide"
import type { Command } from "./decide/command"
import { situationsOf } from "./situation-of"
import type { Task } from "./task"
import { type Change, decided, writeDecisions } from "./write-decisions"

/**
 * Runs a command on each of these tasks, whose calls are locked: everything is
 * read and written for all of them at once.
 *
 * @param actor_id - in whose name; null for what follows by itself
 * @returns what changed
 */
export async function runEach(
  sql: Sql,
  commands: readonly { task: Task; command: Command }[],
  rules: RuleVersions,
  now: Date,
  actor_id: string | null = null
): Promise<Change[]> {
  if (commands.length === 0) {
    return []
  }
  const tasks = commands.map(({ task }) => task)
  const situationAt = await situationsOf(sql, tasks, rules, now)
  const decisions = commands.flatMap(({ task, command }) => {
    const { situation: found, taskRules } = situationAt(task)
    const situation = { ...found, actor_id }
    const decision = decide(situation, command)
    return decision.activities.length > 0
      ? [decided(situation, decision, rulesAfter(command, taskRules))]
      : []
  })
  return await writeDecisions(sql, decisions, now)
}

/** The rules that a task runs under after a command. */
export const rulesAfter = (
  command: Command,
  rules: TaskRules
): Pick<TaskRules, "playbook" | "calendar"> =>
  command.kind === "change_rules" ? command.rules : rules
