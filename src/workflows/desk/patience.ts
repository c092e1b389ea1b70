/**
 * How long the desk waits for code that is not its own: extensions, and the
 * services that the shop has chosen. What it stops waiting for keeps running.
 */
export type Patience = {
  /** For a condition of an extension, which may ask another machine. */
  condition_ms: number
  /** For one part of the sheet: the sheet is shown without a slow one. */
  sheet_part_ms: number
  /** For a kind of work at a tick: a slow one must not stop the clock. */
  tick_ms: number
  /** For the event bus, which waits forever when it cannot be reached. */
  event_bus_ms: number
  /** For e-mails. */
  notices_ms: number
  /** Custom actions that have not begun by then are left to the next tick. */
  actions_begin_ms: number
  /** For one custom action. */
  action_ms: number
}

/**
 * The name in the container under which a test registers shorter limits. Those
 * that it leaves out, or all if nothing is registered, are the real ones.
 */
export const FOLLOW_UP_PATIENCE = "followUpPatience"

/**
 * Together with the 5 s between two ticks, e-mails and actions delay a step of
 * the clock by 15 s at most: the last action ends when the e-mails do.
 */
const REAL: Patience = {
  condition_ms: 3_000,
  sheet_part_ms: 3_000,
  tick_ms: 4_000,
  event_bus_ms: 3_000,
  notices_ms: 8_000,
  actions_begin_ms: 4_000,
  action_ms: 4_000,
}

type Container = {
  resolve<T>(key: string, options: { allowUnregistered: true }): T | undefined
}

/** The patience of a container. */
export function patienceOf(container: Container): Patience {
  const registered = container.resolve<Partial<Patience>>(FOLLOW_UP_PATIENCE, {
    allowUnregistered: true,
  })
  return { ...REAL, ...registered }
}
