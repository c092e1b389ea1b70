/**
 * How long the desk waits for what is not its own: the code of extensions and
 * the services that the shop has chosen. What is given up goes on by itself.
 */
export type Patience = {
  /** For a condition of an extension: it may ask another machine. */
  condition_ms: number
  /** For a part of the sheet, which must come without the part that does not. */
  sheet_part_ms: number
  /** For a kind of work at a tick: the clock does not stand still with it. */
  tick_ms: number
  /** For the event bus: one that cannot be reached waits for ever. */
  event_bus_ms: number
  /** For e-mails. */
  notices_ms: number
  /** Custom actions that have not begun by then are left to the next tick. */
  actions_begin_ms: number
  /** For one custom action. */
  action_ms: number
}

/**
 * The name in the container under which a test registers other limits, any of
 * them; where none is registered, these are real.
 */
export const FOLLOW_UP_PATIENCE = "followUpPatience"

/**
 * With the 5 s between two ticks, no step of the clock is later than 15 s for
 * e-mails and actions, the last of which ends when the e-mails do.
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
