import type { Logger } from "@medusajs/framework/types"
import { decide } from "../task/decide"
import { isVisible } from "../task/is-visible"
import type { RuleVersions, TaskRules } from "../rules/rule-versions"
import { newRules } from "../rules/new-rules"
import type { RuleBook } from "../rules/rule-book"
import { situationOf } from "../task/situation-of"
import { selectActiveTasks } from "../task/sql/lock-active-tasks"
import type { Sql } from "../../../postgres/sql"
import type { Task } from "../task/task"
import { unmetDeadlines } from "../task/clock/timer-step"
import { type Deadline, DEADLINES } from "../rules/playbooks/playbook"

/** What a change of the rules would do to the tasks that are open or waiting. */
export type DryRun = {
  active_tasks: number
  moved: number
  become_late: number
  stop_being_late: number
  examples: DryRunExample[]
}

type DryRunExample = {
  task: Task
  /** What moves: a deadline, or when a waiting task comes back. */
  deadline: Deadline | "waiting_until"
  before: Date | null
  after: Date | null
  becomes: "late" | "on_time" | null
}

const PAGE = 500

const MOST_EXAMPLES = 10

/** Ids in a line of the log: with more, it is the rules and not a task. */
const MOST_NAMED = 20

/**
 * Tries the rules on every open and waiting task, and changes nothing. What it
 * computes is what moving the tasks computes. A task that cannot be decided
 * stays where it is, as it does then, and is reported.
 *
 * @param book - the rules as they would be
 * @param visible_to - whose tasks may be examples; all are counted
 */
export async function tryRules(
  sql: Sql,
  book: RuleBook,
  rules: RuleVersions,
  visible_to: string | null | undefined,
  now: Date,
  logger: Pick<Logger, "error">
): Promise<DryRun> {
  const run: DryRun = {
    active_tasks: 0,
    moved: 0,
    become_late: 0,
    stop_being_late: 0,
    examples: [],
  }
  const trial = rules.trial()
  const undecided: string[] = []
  for (let after = ""; ;) {
    const tasks = await selectActiveTasks(sql, after, PAGE)
    const rulesOf = await rules.ofTasks(sql, tasks)
    for (const task of tasks) {
      try {
        const example = exampleOf(task, rulesOf(task), book, rules, trial, now)
        note(run, example, visible_to)
      } catch {
        undecided.push(task.id)
      }
    }
    run.active_tasks += tasks.length
    run.examples = inOrderOfInterest(run.examples).slice(0, MOST_EXAMPLES)
    const last = tasks.at(-1)
    if (!last || tasks.length < PAGE) {
      report(undecided, logger)
      return run
    }
    after = last.id
  }
}

function note(
  run: DryRun,
  example: DryRunExample | null,
  visible_to: string | null | undefined
): void {
  if (!example) {
    return
  }
  run.moved += 1
  run.become_late += example.becomes === "late" ? 1 : 0
  run.stop_being_late += example.becomes === "on_time" ? 1 : 0
  if (isVisible(example.task, visible_to)) {
    run.examples.push(example)
  }
}

function inOrderOfInterest(examples: DryRunExample[]): DryRunExample[] {
  return [
    ...examples.filter(({ becomes }) => becomes !== null),
    ...examples.filter(({ becomes }) => becomes === null),
  ]
}

function report(undecided: string[], logger: Pick<Logger, "error">): void {
  if (undecided.length > 0) {
    logger.error(
      `follow-ups: a dry run left out tasks that cannot be decided under the new rules, ${undecided.length} in all: ${undecided.slice(0, MOST_NAMED).join(", ")}`
    )
  }
}

/** What of a task moves, or null where nothing does. */
function exampleOf(
  task: Task,
  current: TaskRules,
  book: RuleBook,
  rules: RuleVersions,
  trial: RuleVersions,
  now: Date
): DryRunExample | null {
  const { playbook, calendar } = newRules(task, current, book)
  const decision = decide(situationOf(task, current, rules, now), {
    kind: "change_rules",
    rules: { playbook, calendar: trial.compile(calendar) },
  })
  const after = { ...task, ...decision.changes }
  const becomes = turnOf(isLate(task, now), isLate(after, now))
  const moved = MOVED.map(([deadline, column]): DryRunExample => ({
    task,
    deadline,
    before: task[column],
    after: after[column],
    becomes,
  })).filter(({ before, after }) => before?.getTime() !== after?.getTime())
  return (
    moved.find(({ deadline }) => deadline === lateBy(task, after, now)) ??
    moved[0] ??
    null
  )
}

const MOVED = [
  ...DEADLINES.map((deadline) => [deadline, `${deadline}_at`] as const),
  ["waiting_until", "waiting_until"] as const,
]

/** The limit that makes the difference between late and on time. */
function lateBy(before: Task, after: Task, now: Date): Deadline | null {
  const limits = [before, after].flatMap((task) => passedLimits(task, now))
  return limits[0] ?? null
}

function turnOf(was_late: boolean, is_late: boolean): DryRunExample["becomes"] {
  return was_late === is_late ? null : is_late ? "late" : "on_time"
}

const isLate = (task: Task, now: Date) => passedLimits(task, now).length > 0

function passedLimits(task: Task, now: Date): Deadline[] {
  return unmetDeadlines(task)
    .filter(({ deadline, at }) => deadline !== "response_target" && at < now)
    .map(({ deadline }) => deadline)
}
