import type { Situation } from "./decide/decision"
import type { RuleVersions, ShopRules, TaskRules } from "../rules/rule-versions"
import { selectFiredSteps } from "./sql/select-history"
import type { Sql } from "../../../postgres/sql"
import type { Task } from "./task"

/** The inputs of a decision, and the rules that apply. */
type RuledSituation = { situation: Situation; taskRules: TaskRules }

/**
 * The inputs of decisions on these tasks that no person commands, read for all
 * of them at once.
 *
 * @returns a function that finds those of one task, and throws if its rules are
 * missing
 */
export async function situationsOf(
  sql: Sql,
  tasks: Task[],
  rules: RuleVersions,
  now: Date
): Promise<(task: Task) => RuledSituation> {
  const fired = await selectFiredSteps(
    sql,
    tasks.map(({ id }) => id)
  )
  const rulesOf = await rules.ofTasks(sql, tasks)
  const shop = rules.shop()
  return (task) => {
    const taskRules = rulesOf(task)
    const situation = situationOf(
      task,
      taskRules,
      shop,
      now,
      fired.get(task.id)
    )
    return { situation, taskRules }
  }
}

/**
 * The inputs of a decision on a task that no person commands.
 *
 * @param fired - timer steps that have fired for it; none if omitted
 */
export function situationOf(
  task: Task,
  { type, playbook, calendar, calendarOf }: TaskRules,
  { default_country, phone_type }: ShopRules,
  now: Date,
  fired: ReadonlySet<string> = new Set()
): Situation {
  return {
    task,
    now,
    actor_id: null,
    calendar: calendar.calendar,
    calendarOf,
    time_zone: calendar.definition.time_zone,
    type,
    playbook,
    default_country,
    phone_type,
    fired,
    last_attempt: null,
    last_note: null,
  }
}
