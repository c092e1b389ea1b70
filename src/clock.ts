/** Where the plugin reads the time. */
export type Clock = { now(): Date }

/**
 * The clock's name in the container. A test registers one that it can move;
 * where none is registered, time is real.
 */
export const FOLLOW_UP_CLOCK = "followUpClock"

const systemClock: Clock = { now: () => new Date() }

type Container = {
  resolve<T>(key: string, options: { allowUnregistered: true }): T | undefined
}

/** The one clock of a container. */
export function clockOf(container: Container): Clock {
  return (
    container.resolve<Clock>(FOLLOW_UP_CLOCK, { allowUnregistered: true }) ??
    systemClock
  )
}
