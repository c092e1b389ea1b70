import type { Task } from "./task"

/** What the clock may do to a task. */
export const TIMER_STEPS = ["resume", "target_missed", "breached"] as const
export type TimerStep = (typeof TIMER_STEPS)[number]

export type ArmedStep = { step: TimerStep; fires_at: Date }

/**
 * The one step that the clock does next to this task if nobody does anything,
 * or null. A step in the past is due at once.
 *
 * @param fired - the steps that have fired already
 */
export function nextTimerStep(
  task: Pick<
    Task,
    | "status"
    | "waiting_until"
    | "responded_at"
    | "response_target_at"
    | "response_limit_at"
  >,
  fired: ReadonlySet<TimerStep>
): ArmedStep | null {
  if (task.status === "waiting") {
    return task.waiting_until
      ? { step: "resume", fires_at: task.waiting_until }
      : null
  }
  if (task.status !== "open" || task.responded_at) {
    return null
  }
  if (!fired.has("target_missed")) {
    return { step: "target_missed", fires_at: task.response_target_at }
  }
  if (!fired.has("breached")) {
    return { step: "breached", fires_at: task.response_limit_at }
  }
  return null
}
