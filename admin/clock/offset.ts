/**
 * A sample further than this from what we believe is a clock that was set, or
 * a machine that slept, and not a slow answer.
 */
const BELIEVABLE_MS = 1_000

/**
 * How far the server's clock is ahead of this browser's, in milliseconds.
 *
 * An answer's `now` is already old by the time it took to arrive, so every
 * sample is a little too low and the highest of them is the best one.
 *
 * @param known - what earlier answers said; null before the first
 */
export function betterOffset(
  known: number | null,
  serverNow: number,
  browserNow: number
): number {
  const sample = serverNow - browserNow
  if (known === null || Math.abs(sample - known) > BELIEVABLE_MS) {
    return sample
  }
  return Math.max(known, sample)
}
