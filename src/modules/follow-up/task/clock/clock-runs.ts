import type { ClockRun } from "../task"

/** Business seconds that a task's past runs have counted. */
export function bankedSeconds(runs: readonly ClockRun[]): number {
  return toMilliseconds(runs.reduce((sum, { seconds }) => sum + seconds, 0))
}

/** Those that they had counted by a moment between them. */
export function bankedBy(runs: readonly ClockRun[], moment: Date): number {
  return bankedSeconds(runs.filter(({ until }) => new Date(until) <= moment))
}

/** A `Date` counts milliseconds; sums of fractions must not drift from them. */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
