import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, isLate } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import type { SyncedEntity } from "../../../shop/records"
import { missingTasks } from "./missing-tasks"
import { SETTLED_AFTER_MS } from "./overlap"
import { syncRecords } from "./sync-records"

/** What looking back opens, or would open. */
export type LookedBack = {
  /** Orders and customers for which a task is opened. */
  records: number
  /** By task type; those that are late from the start are counted, too. */
  types: { type: string; count: number; late: number }[]
}

const ENTITIES: readonly SyncedEntity[] = ["order", "customer"]

const DAY_MS = 24 * 3_600_000

/**
 * Opens what orders and customers of the last days should have opened, with
 * their true times; orders that are canceled or over open nothing. Nothing is
 * opened for records from before the first start. What could not be opened is
 * retried with the failed records.
 *
 * @param dry_run - opens nothing
 * @returns the tasks by type, and the events to deliver
 */
export async function lookBack(
  { days, dry_run }: { days: number; dry_run: boolean },
  container: MedusaContainer
): Promise<LookedBack & { event_ids: string[] }> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const since = new Date(now.getTime() - days * DAY_MS)
  const period = {
    from: since,
    to: new Date(now.getTime() - SETTLED_AFTER_MS),
  }
  const types = new Map<string, LookedBack["types"][number]>()
  const event_ids: string[] = []
  let records = 0
  for (const entity of ENTITIES) {
    for await (const { ids, plans } of missingTasks(
      entity,
      period,
      container
    )) {
      const opening = ids.filter((id) => plans.get(id)?.open.length)
      const requests = opening.flatMap((id) => plans.get(id)?.open ?? [])
      records += opening.length
      for (const task of await followUp.tryOpening(requests, now)) {
        const { type } = task
        const counted = types.get(type) ?? { type, count: 0, late: 0 }
        counted.count += 1
        counted.late += isLate(task, now) ? 1 : 0
        types.set(type, counted)
      }
      if (!dry_run) {
        const unseen = { since }
        const done = await syncRecords(entity, opening, container, unseen)
        event_ids.push(...done.event_ids)
        await followUp.keepFailed(
          entity,
          opening.filter((id) => !done.synced.includes(id)),
          now
        )
      }
    }
  }
  return { records, types: [...types.values()], event_ids }
}
