import type { ClockRun } from "../task"

/** Business seconds counted in a task's past runs. */
export function bankedSeconds(runs: readonly ClockRun[]): number {
  return toMilliseconds(runs.reduce((sum, { seconds }) => sum + seconds, 0))
}

/** Business seconds counted in them up to a moment between two of them. */
export function bankedBy(runs: readonly ClockRun[], moment: Date): number {
  return bankedSeconds(runs.filter(({ until }) => new Date(until) <= moment))
}

/**
 * A `Date` has millisecond precision; sums of fractions must not drift from it.
 */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
