import type { Task } from "../task"
import type { Situation } from "./decision"

type Deadlines = Pick<Task, "response_target_at" | "response_limit_at">

/**
 * The response deadlines as of a moment: those of a waiting task have moved
 * with its pause, which ends at that moment or at the time that it waited for,
 * whichever was first.
 */
export function deadlinesAt(
  { task, calendar }: Pick<Situation, "task" | "calendar">,
  at: Date
): Deadlines {
  const { waiting_since, waiting_until } = task
  const resumed_at = waiting_until && waiting_until < at ? waiting_until : at
  return deadlinesAfterPause(
    { task, calendar },
    waiting_since ?? resumed_at,
    resumed_at
  )
}

/**
 * The response deadlines after a pause: what was still ahead when it began
 * keeps its business time that was left; what was met, or had passed by then,
 * stays as it was.
 */
export function deadlinesAfterPause(
  { task, calendar }: Pick<Situation, "task" | "calendar">,
  paused_at: Date,
  resumed_at: Date
): Deadlines {
  const moved = (deadline: Date) =>
    task.responded_at || deadline <= paused_at || resumed_at <= paused_at
      ? deadline
      : calendar.add(resumed_at, calendar.between(paused_at, deadline))
  return {
    response_target_at: moved(task.response_target_at),
    response_limit_at: moved(task.response_limit_at),
  }
}
