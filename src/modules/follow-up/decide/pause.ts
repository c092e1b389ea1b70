import type { Task } from "../task"
import type { Situation } from "./decision"

/**
 * The response deadlines after a pause: what was still ahead when it began
 * keeps its business time that was left; what was met, or had passed by then,
 * stays as it was.
 */
export function deadlinesAfterPause(
  { task, calendar }: Pick<Situation, "task" | "calendar">,
  paused_at: Date,
  resumed_at: Date
): Pick<Task, "response_target_at" | "response_limit_at"> {
  const moved = (deadline: Date) =>
    task.responded_at || deadline <= paused_at
      ? deadline
      : calendar.add(resumed_at, calendar.between(paused_at, deadline))
  return {
    response_target_at: moved(task.response_target_at),
    response_limit_at: moved(task.response_limit_at),
  }
}
