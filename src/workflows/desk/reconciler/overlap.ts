/**
 * How far behind the watermark each run of the reconciler reads again: a
 * transaction may commit this long after the `created_at` that it wrote, and
 * conditions without an answer are asked again.
 */
export const OVERLAP_MS = 5 * 60_000
