import { isActive } from "./is-active"
import type { Task } from "./task"

/**
 * How long a call is taken to last if nobody says how it ended: longer than
 * almost any call about an order, and short enough that a forgotten one is in
 * nobody's way.
 */
export const CALLING_LASTS_MS = 15 * 60_000

/** Who is calling a task's person, and since when. */
export type Calling = { user_id: string; since: Date }

export const NOT_CALLING = {
  calling_by: null,
  calling_since: null,
} satisfies Partial<Task>

/** Who is calling the person of this task at this moment. */
export function callingNow(
  task: Pick<Task, "status" | "calling_by" | "calling_since">,
  now: Date
): Calling | null {
  const { calling_by, calling_since } = task
  return isActive(task) &&
    calling_by !== null &&
    calling_since !== null &&
    now.getTime() - calling_since.getTime() < CALLING_LASTS_MS
    ? { user_id: calling_by, since: calling_since }
    : null
}
