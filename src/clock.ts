/** The plugin's source of the current time. */
export type Clock = {
  now(): Date
  /** How far it is ahead of real time, in milliseconds; 0 if it is left out. */
  ahead_ms?(): number
}

/**
 * The clock's name in the container. A test may register a clock that it can
 * move; by default, it is real time.
 */
export const FOLLOW_UP_CLOCK = "followUpClock"

const systemClock: Clock = { now: () => new Date() }

type Container = {
  resolve<T>(key: string, options: { allowUnregistered: true }): T | undefined
}

/** The clock registered in a container, or real time. */
export function clockOf(container: Container): Clock {
  return (
    container.resolve<Clock>(FOLLOW_UP_CLOCK, { allowUnregistered: true }) ??
    systemClock
  )
}

/**
 * How far a clock is ahead of real time, in milliseconds: what is judged by the
 * database's clock is judged by that clock and this.
 */
export function aheadOf(clock: Clock): number {
  return clock.ahead_ms?.() ?? 0
}
