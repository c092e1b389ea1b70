import type { Sql } from "../../../postgres/sql"
import type { RuleVersions } from "../rules/rule-versions"
import {
  type ExplainedDeadline,
  explainDeadlines,
} from "./clock/explain-deadlines"
import type { Task } from "./task"

/**
 * Explains how a task's deadlines were computed, with the calendars of that
 * time.
 */
export async function explainTask(
  sql: Sql,
  task: Task,
  rules: RuleVersions
): Promise<ExplainedDeadline[]> {
  const bases = Object.values(task.basis).flatMap((basis) => basis ?? [])
  const rulesOf = await rules.ofTasks(sql, [
    { ...task, runs: [...task.runs, ...bases] },
  ])
  const { playbook, calendarOf } = rulesOf(task)
  return explainDeadlines(task, playbook.definition, calendarOf)
}
