import type { Sql } from "../../postgres/sql"
import { selectWrongSums } from "./booking/sums"
import { failedDelays } from "./tables"

/** Whether bookings and their tasks are as they should be. */
export type DeliveryWindowHealth = {
  /**
   * Windows whose `booked` is not the sum of the units of their active bookings.
   * The reconciler sets them right within a minute.
   */
  wrong_counts: number
  /** Late deliveries that could not be made tasks, and are retried. */
  failing_records: number
  /** Since when the oldest of them fails, in seconds. */
  oldest_failing_seconds: number | null
}

export async function readHealth(
  sql: Sql,
  now: Date
): Promise<DeliveryWindowHealth> {
  const wrong = await selectWrongSums(sql)
  const failing = await failedDelays.summarize(sql, now)
  return {
    wrong_counts: wrong.length,
    failing_records: failing.count,
    oldest_failing_seconds: failing.oldest_seconds,
  }
}
