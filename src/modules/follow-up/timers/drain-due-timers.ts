import type { Change } from "../task/write-decisions"

/** Tasks per transaction, which holds their locks until it commits. */
const BATCH = 500

/** Limits one tick; the next one continues. */
const MAX_BATCHES = 40

/**
 * Concurrent batches: while one is being decided, the other is being written.
 */
const LANES = 2

/**
 * Runs what is due, batch by batch, until a batch finds nothing.
 *
 * @param fire - runs one batch of at most this many tasks in its own
 * transaction
 * @returns what was done
 */
export async function drainDueTimers(
  fire: (limit: number) => Promise<Change[]>
): Promise<Change[]> {
  const done = await fire(BATCH)
  let batches = 1
  const lane = async () => {
    while (batches < MAX_BATCHES) {
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
