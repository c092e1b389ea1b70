import type { Change } from "../task/write-decisions"

/** Tasks in one transaction: their locks are held until it commits. */
const BATCH = 500

/** What is done at once at most; the next tick goes on. */
const MOST_BATCHES = 40

/** Batches at a time: while one is decided here, the other is written down there. */
const LANES = 2

/**
 * Does what is due, batch by batch, until a batch finds nothing to do.
 *
 * @param fire - does one batch of at most this many tasks in a transaction of its own
 * @returns what was done
 */
export async function drainDueTimers(
  fire: (limit: number) => Promise<Change[]>
): Promise<Change[]> {
  const done = await fire(BATCH)
  let batches = 1
  const lane = async () => {
    while (batches < MOST_BATCHES) {
      batches++
      const changes = await fire(BATCH)
      if (changes.length === 0) {
        return
      }
      done.push(...changes)
    }
  }
  if (done.length > 0) {
    await Promise.all(Array.from({ length: LANES }, lane))
  }
  return done
}
