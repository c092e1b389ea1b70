/**
 * A sample further than this from the current estimate means that a clock was
 * set or the machine slept, not that the answer was slow.
 */
const BELIEVABLE_MS = 1_000

/**
 * The offset of the server's clock from this browser's, in milliseconds;
 * positive if the server is ahead.
 *
 * An answer's `now` is already old when it arrives, by the time in transit. So
 * every sample is slightly too low, and the highest is the best.
 *
 * @param known - the estimate from earlier answers; null before the first
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
