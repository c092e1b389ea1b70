import type { Situation } from "./decide/decision"
import type { RuleVersions, TaskRules } from "../rules/rule-versions"
import { selectFiredSteps } from "./sql/select-history"
import type { Sql } from "../../../postgres/sql"
import type { Task } from "./task"

/** What a decision is made from, and the rules that it is made under. */
type RuledSituation = { situation: Situation; taskRules: TaskRules }

/**
 * What decisions on these tasks are made from where no person commands, asked
 * for all of them at once.
 *
 * @returns what answers for one of them, and throws where its rules are missing
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
  return (task) => {
    const taskRules = rulesOf(task)
    const situation = situationOf(
      task,
      taskRules,
      rules,
      now,
      fired.get(task.id)
    )
    return { situation, taskRules }
  }
}

/**
 * What a decision on a task is made from where no person commands.
 *
 * @param fired - steps of the clock that have fired for it; none, if left out
 */
export function situationOf(
  task: Task,
  { type, playbook, calendar, calendarOf }: TaskRules,
  { default_country }: Pick<RuleVersions, "default_country">,
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
    fired,
    last_attempt: null,
    last_note: null,
  }
}
