import type { FollowUp } from "../../api/follow-up"

/** When the timer of `aTimedTask` was read. */
export const AS_OF = "2026-11-23T07:00:00.000Z"

type Timed = Pick<
  FollowUp,
  | "as_of"
  | "status"
  | "timer"
  | "due_at"
  | "waiting_until"
  | "waiting_reason"
  | "outcome"
>

/** A task with 18 min 24 s left to its target, at `AS_OF`. */
export function aTimedTask(
  timer: Partial<FollowUp["timer"]> = {},
  task: Partial<Timed> = {}
): Timed {
  return {
    as_of: AS_OF,
    status: "open",
    due_at: null,
    waiting_until: null,
    waiting_reason: null,
    outcome: null,
    timer: {
      state: "running",
      level: "on_track",
      counting_to: "response_target",
      business_seconds_left: 1_104,
      next_change_at: "2026-11-23T07:18:24.000Z",
      opens_at: null,
      ...timer,
    },
    ...task,
  }
}

export function after(seconds: number): number {
  return Date.parse(AS_OF) + seconds * 1_000
}
