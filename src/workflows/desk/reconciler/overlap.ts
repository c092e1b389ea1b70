/**
 * How far behind the watermark each run of the reconciler reads again: a
 * transaction may commit this long after the `created_at` that it wrote, and a
 * condition that gave no answer is asked again.
 */
export const OVERLAP_MS = 5 * 60_000
