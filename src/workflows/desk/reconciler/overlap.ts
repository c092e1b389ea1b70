import { WAITS_FOR_ANSWER_MS } from "../../../modules/follow-up"

/** The reconciler's job runs once a minute. */
const BETWEEN_RUNS_MS = 60_000

/**
 * How far behind the watermark each run of the reconciler reads again: a
 * transaction may commit this long after the `created_at` that it wrote, and
 * a record whose condition gives no answer is looked at once more after its
 * wait is over.
 */
export const OVERLAP_MS = WAITS_FOR_ANSWER_MS + BETWEEN_RUNS_MS

/**
 * Younger records are left to their events: a checkout in progress has an
 * order, but not yet its links.
 */
export const SETTLED_AFTER_MS = 30_000
