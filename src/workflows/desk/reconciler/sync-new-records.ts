import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  openedByTrigger,
  typesTriggeredBy,
  typesWithExtensionConditions,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { recordsCreated, type SyncedEntity } from "../../../shop/records"
import { syncRecords } from "./sync-records"
import { OVERLAP_MS } from "./overlap"

const PAGE = 200

/** Limits one run, so that it ends; the next one continues from there. */
const MAX_RECORDS = 5_000

/**
 * Younger records are left to their events: a checkout in progress has an
 * order, but not yet its links.
 */
const SETTLED_AFTER_MS = 30_000

/**
 * Looks at every order and customer that was created since the watermark, and
 * opens what their events should have opened. The watermark advances after each
 * page: by then each of its records was synced, or is stored as a failed record
 * for `retryFailedRecords`. So no record is lost behind the watermark, and none
 * blocks it.
 *
 * @returns the events to deliver
 */
export async function syncNewRecords(
  entity: SyncedEntity,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const watermark = entity === "order" ? "orders" : "customers"
  const first_start = await followUp.markFirstStart(now)
  const position = await followUp.readWatermark(watermark, now)
  const from = new Date(
    Math.max(position.getTime() - OVERLAP_MS, first_start.getTime())
  )
  const to = new Date(now.getTime() - SETTLED_AFTER_MS)
  const trigger = entity === "order" ? "order_placed" : "customer_created"
  const book = await followUp.readPlaybooksToOpen(now)
  const triggered = typesTriggeredBy(trigger, book)
  const asked = typesWithExtensionConditions(trigger, book, followUp.settings)

  const event_ids: string[] = []
  for (let skip = 0; ; skip += PAGE) {
    const page = await recordsCreated(
      entity,
      { from, to },
      { skip, take: PAGE },
      container
    )
    const ids = await missingTask(
      page.map(({ id }) => id),
      triggered,
      asked,
      followUp
    )
    const done = await syncRecords(entity, ids, container)
    event_ids.push(...done.event_ids)
    await followUp.keepFailed(
      entity,
      ids.filter((id) => !done.synced.includes(id)),
      now
    )
    const last = page.at(-1)
    if (last) {
      await followUp.advanceWatermark(watermark, last.created_at, now)
    }
    if (page.length < PAGE) {
      await followUp.advanceWatermark(watermark, to, now)
      return event_ids
    }
    if (skip >= MAX_RECORDS) {
      return event_ids
    }
  }
}

/**
 * Records for which no trigger of new records opened a task, or which lack a
 * task of one of these types, as a condition may have given no answer. Tasks
 * that something else opened prove nothing: their record may not have been
 * synced.
 */
async function missingTask(
  ids: string[],
  triggered: string[],
  asked: string[],
  followUp: FollowUpModuleService
): Promise<string[]> {
  const keysOf = (id: string, types: string[]) =>
    types.map((type) => openedByTrigger(type, id))
  const tasks = await followUp.findTasks({
    dedupe_key: ids.flatMap((id) => keysOf(id, triggered)),
  })
  const keys = new Set(tasks.map(({ dedupe_key }) => dedupe_key))
  return ids.filter(
    (id) =>
      !keysOf(id, triggered).some((key) => keys.has(key)) ||
      !keysOf(id, asked).every((key) => keys.has(key))
  )
}
