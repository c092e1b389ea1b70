import type { Logger } from "@medusajs/framework/types"
import { decide } from "../task/decide"
import { isVisible } from "../task/is-visible"
import type { RuleVersions, ShopRules, TaskRules } from "../rules/rule-versions"
import { newRules } from "../rules/new-rules"
import type { RuleBook } from "../rules/rule-book"
import { situationOf } from "../task/situation-of"
import { selectActiveTasks } from "../task/sql/lock-active-tasks"
import type { Sql } from "../../../postgres/sql"
import type { Task } from "../task/task"
import { isLate, missesTarget, passedLimits } from "../task/clock/deadlines"
import { type Deadline, DEADLINES } from "../../../desk/playbook"

/** What a rule change would do to open and waiting tasks. */
export type DryRun = {
  /** The tasks that the change is about. */
  active_tasks: number
  moved: number
  /** Tasks whose target is already past then, and was not before. */
  miss_target: number
  become_late: number
  stop_being_late: number
  examples: DryRunExample[]
}

type DryRunExample = {
  task: Task
  /** What moves: a deadline, or the end of a wait. */
  deadline: Deadline | "waiting_until"
  before: Date | null
  after: Date | null
  becomes: "late" | "on_time" | null
  misses_target: boolean
}

const PAGE = 500

const MAX_EXAMPLES = 10

/**
 * Ids in one log line: if there are more, the rules are at fault, not a task.
 */
const MAX_NAMED = 20

/**
 * Tries the rules on every open and waiting task, without changing anything.
 * The computation is the same as for moving the tasks. A task that cannot be
 * decided stays where it is, as it would then, and is reported.
 *
 * @param book - the changed rules
 * @param playbook_id - the playbook that the change is about: only tasks that
 * run under it are tried; null for all
 * @param visible_to - whose tasks may be examples; all are counted
 */
export async function tryRules(
  sql: Sql,
  book: RuleBook,
  rules: RuleVersions,
  playbook_id: string | null,
  visible_to: string | null | undefined,
  now: Date,
  logger: Pick<Logger, "error">
): Promise<DryRun> {
  const run: DryRun = {
    active_tasks: 0,
    moved: 0,
    miss_target: 0,
    become_late: 0,
    stop_being_late: 0,
    examples: [],
  }
  const trial = rules.trial()
  const shop = rules.shop()
  const undecided: string[] = []
  for (let after = ""; ;) {
    const page = await selectActiveTasks(sql, after, PAGE)
    const tasks = page.filter(
      (task) => playbook_id === null || task.playbook_id === playbook_id
    )
    const rulesOf = await rules.ofTasks(sql, tasks)
    for (const task of tasks) {
      try {
        const example = exampleOf(task, rulesOf(task), book, shop, trial, now)
        note(run, example, visible_to)
      } catch {
        undecided.push(task.id)
      }
    }
    run.active_tasks += tasks.length
    run.examples = inOrderOfInterest(run.examples).slice(0, MAX_EXAMPLES)
    const last = page.at(-1)
    if (!last || page.length < PAGE) {
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
  run.miss_target += example.misses_target ? 1 : 0
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
      `follow-ups: a dry run left out tasks that cannot be decided under the new rules, ${undecided.length} in all: ${undecided.slice(0, MAX_NAMED).join(", ")}`
    )
  }
}

/** What moves on a task, or null if nothing does. */
function exampleOf(
  task: Task,
  current: TaskRules,
  book: RuleBook,
  shop: ShopRules,
  trial: RuleVersions,
  now: Date
): DryRunExample | null {
  const { playbook, calendar } = newRules(task, current, book)
  const decision = decide(situationOf(task, current, shop, now), {
    kind: "change_rules",
    rules: { playbook, calendar: trial.compile(calendar) },
  })
  const after = { ...task, ...decision.changes }
  const becomes = turnOf(isLate(task, now), isLate(after, now))
  const misses_target = missesTarget(after, now) && !missesTarget(task, now)
  const moved = MOVED.map(([deadline, column]): DryRunExample => ({
    task,
    deadline,
    before: task[column],
    after: after[column],
    becomes,
    misses_target,
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

/** The limit that decides between late and on time. */
function lateBy(before: Task, after: Task, now: Date): Deadline | null {
  const limits = [before, after].flatMap((task) => passedLimits(task, now))
  return limits[0] ?? null
}

function turnOf(was_late: boolean, is_late: boolean): DryRunExample["becomes"] {
  return was_late === is_late ? null : is_late ? "late" : "on_time"
}
