import type {
  Deadline,
  TimerLevel,
  WaitingReason,
} from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"

/** What a task's timer shows at a given moment. */
export type TimerReading =
  | {
      kind: "running" | "closed"
      level: TimerLevel
      /** Null if the timer is not counting. */
      countingTo: Deadline | null
      /** Business seconds left to the target or limit, or since the breach. */
      seconds: number
      opensAt: number | null
    }
  | { kind: "waiting"; until: number | null; reason: WaitingReason | null }
  | { kind: "due"; since: number | null }
  | { kind: "met" }
  | { kind: "completed"; outcome: string | null }
  | { kind: "canceled" }

type TimedTask = Pick<
  FollowUp,
  | "as_of"
  | "status"
  | "timer"
  | "due_at"
  | "waiting_until"
  | "waiting_reason"
  | "outcome"
>

/**
 * Reads the timer at `now`, in the server's time.
 *
 * The answer is not valid after `next_change_at` (the shop may have closed in
 * between), so the timer stops there until the next answer.
 */
export function readTimer(task: TimedTask, now: number): TimerReading {
  const { timer } = task
  switch (timer.state) {
    case "running":
    case "closed":
      return {
        kind: timer.state,
        level: timer.level,
        countingTo: timer.counting_to,
        seconds: Math.abs(businessSecondsLeft(task, now)),
        opensAt: instant(timer.opens_at),
      }
    case "waiting":
      return {
        kind: "waiting",
        until: instant(task.waiting_until),
        reason: task.waiting_reason,
      }
    case "due":
      return { kind: "due", since: instant(task.due_at) }
    case "met":
      return { kind: "met" }
    case "stopped":
      return task.status === "canceled"
        ? { kind: "canceled" }
        : { kind: "completed", outcome: task.outcome }
  }
}

/** When to refetch the task because its timer changes without a command. */
export function nextChange(task: Pick<FollowUp, "timer">): number | null {
  return instant(task.timer.next_change_at)
}

function businessSecondsLeft({ timer, as_of }: TimedTask, now: number): number {
  const left = timer.business_seconds_left ?? 0
  if (timer.state !== "running") {
    return left
  }
  const readAt = Date.parse(as_of)
  const holdsUntil = instant(timer.next_change_at) ?? Infinity
  const gone = Math.max(0, Math.min(now, holdsUntil) - readAt) / 1_000
  const counted = left - gone
  return timer.level === "breached"
    ? Math.ceil(counted)
    : Math.max(0, Math.floor(counted))
}

function instant(value: string | null): number | null {
  return value === null ? null : Date.parse(value)
}
