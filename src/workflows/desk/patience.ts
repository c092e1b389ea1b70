import { SCHEDULER_STOPPED_S } from "../../modules/follow-up"

/**
 * Timeouts for what is not the plugin's own: extensions, Medusa's scheduler,
 * shoppers' requests, and the providers that the shop has chosen. After a
 * timeout the operation itself continues.
 */
export type Patience = {
  /** For a condition of an extension: it may call another service. */
  condition_ms: number
  /** For a section: the sheet must not wait for a slow one. */
  sheet_part_ms: number
  /** For a kind of work at a tick: one that hangs must not stop the clock. */
  tick_ms: number
  /** For a kind of work's part of the reconciler, for the same reason. */
  reconcile_ms: number
  /** For the event bus: one that cannot be reached never answers. */
  event_bus_ms: number
  /** For e-mails. */
  notices_ms: number
  /** Custom actions that have not started by then are left to the next tick. */
  actions_begin_ms: number
  /** For one custom action. */
  action_ms: number
  /** For Medusa's scheduler to start a tick, before instances tick themselves. */
  scheduler_ms: number
  /**
   * After the answers of shoppers: the time in which orders that come close
   * together are gathered.
   */
  gather_ms: number
  /** For the answers of shoppers: work that an event asks for begins after. */
  answer_ms: number
  /** Until work is tried again that found the plugin's tables busy. */
  busy_retry_ms: number
}

/**
 * The container key under which a test registers other timeouts; any that it
 * leaves out keep their real values.
 */
export const FOLLOW_UP_PATIENCE = "followUpPatience"

/**
 * With the 5 s between two ticks, e-mails and actions delay no step of the clock
 * by more than 15 s; the last action ends when the e-mails do.
 */
const REAL: Patience = {
  condition_ms: 3_000,
  sheet_part_ms: 3_000,
  tick_ms: 4_000,
  // The next run begins then; asking carriers may take 25 of them.
  reconcile_ms: 60_000,
  event_bus_ms: 3_000,
  notices_ms: 8_000,
  actions_begin_ms: 4_000,
  action_ms: 4_000,
  scheduler_ms: SCHEDULER_STOPPED_S * 1_000,
  // A completed cart is answered some 50 ms after its event, 200 ms with both
  // cores busy; the task must be there within a second of the answer.
  gather_ms: 200,
  answer_ms: 500,
  // With the 2 s that a lock is waited for, one of the plugin's connections is
  // taken two sevenths of the time.
  busy_retry_ms: 5_000,
}

type Container = {
  resolve<T>(key: string, options: { allowUnregistered: true }): T | undefined
}

/** The timeouts of a container. */
export function patienceOf(container: Container): Patience {
  const registered = container.resolve<Partial<Patience>>(FOLLOW_UP_PATIENCE, {
    allowUnregistered: true,
  })
  return { ...REAL, ...registered }
}
