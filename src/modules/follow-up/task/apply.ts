import type { Attempt, Decision, Situation } from "./decide/decision"
import type { Task } from "./task"

/** What a decision makes of a task and of what is kept beside it. */
export type Applied = {
  task: Task
  /** Whether it leaves a mark on the task's own row. */
  is_touched: boolean
  /** Steps of the clock that have fired by then. */
  fired: Set<string>
  attempt: AppliedAttempt | null
}

/** An attempt with what it changes of the task, as that was before. */
export type AppliedAttempt = Attempt & { before: Partial<Task> }

/**
 * Carries a decision out on values alone. Whoever keeps a task keeps what this
 * says: the database, and a test that has it in memory.
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
  // What the clock only writes down leaves the task's own row alone.
  const is_touched =
    activities.length > 0 && (actor_id !== null || columns.length > 0)
  return {
    task: { ...task, ...changes, ...(is_touched && { updated_at: now }) },
    is_touched,
    fired: new Set([...fired, ...activities.flatMap(({ once }) => once ?? [])]),
    attempt: attempt && { ...attempt, before: valuesOf(task, columns) },
  }
}

/** Some columns of a task, as they are. */
function valuesOf(task: Task, columns: string[]): Partial<Task> {
  return Object.fromEntries(
    Object.entries(task).filter(([column]) => columns.includes(column))
  )
}
