import { NOT_CALLING } from "./calling-now"
import type { Attempt, Decision, Situation } from "./decide/decision"
import type { Task } from "./task"

/** What a decision makes of a task and of its history. */
export type Applied = {
  task: Task
  /** Whether the task's own row changes. */
  is_touched: boolean
  /** The timer steps that have fired by then. */
  fired: Set<string>
  attempt: AppliedAttempt | null
}

/** An attempt, with the values that it changed on the task. */
export type AppliedAttempt = Attempt & { before: Partial<Task> }

/**
 * Applies a decision to plain values. Every store of tasks uses the result: the
 * database, and a test that keeps tasks in memory.
 */
export function apply(
  {
    task,
    actor_id,
    fired,
    now,
  }: Pick<Situation, "task" | "actor_id" | "fired" | "now">,
  { changes, attempt, activities }: Decision
): Applied {
  const columns = Object.keys(changes)
  // A missed deadline that is only recorded does not change the task's own row.
  const is_touched =
    activities.length > 0 && (actor_id !== null || columns.length > 0)
  const isOnlyCalled =
    columns.length > 0 && columns.every((column) => column in NOT_CALLING)
  return {
    task: {
      ...task,
      ...changes,
      // Who is calling says nothing of the task: an outcome can still be undone.
      ...(is_touched && !isOnlyCalled && { updated_at: now }),
    },
    is_touched,
    fired: new Set([...fired, ...activities.flatMap(({ once }) => once ?? [])]),
    attempt: attempt && { ...attempt, before: valuesOf(task, columns) },
  }
}

/** The present values of some of a task's columns. */
function valuesOf(task: Task, columns: string[]): Partial<Task> {
  return Object.fromEntries(
    Object.entries(task).filter(([column]) => columns.includes(column))
  )
}
