import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, leftOutAfter } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { recordsCreated, type SyncedEntity } from "../../../shop/records"
import { syncRecords } from "./sync-records"
import { taskFinder } from "./missing-tasks"
import { OVERLAP_MS, SETTLED_AFTER_MS } from "./overlap"

const PAGE = 200

/** Limits one run, so that it ends; the next one continues from there. */
const MAX_RECORDS = 5_000

/**
 * Looks at every order and customer that was created since the watermark, and
 * opens what their events should have opened. The watermark advances after each
 * page: by then each of its records was synced, or is stored as a failed record
 * for `retryFailedRecords`. So no record is lost behind the watermark, and none
 * blocks it. After a long absence it starts at what can still be worked, and
 * stores what it left out.
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
  const left_out = leftOutAfter(position, followUp.settings, now)
  const from = new Date(
    Math.max(
      left_out?.to.getTime() ?? position.getTime() - OVERLAP_MS,
      first_start.getTime()
    )
  )
  const to = new Date(now.getTime() - SETTLED_AFTER_MS)
  const missingTask = await taskFinder(entity, container)
  if (left_out) {
    await followUp.keepAbsence({ entity, ...left_out }, now)
    await followUp.advanceWatermark(watermark, left_out.to, now)
  }

  // Else what grows too old while this runs would be left out uncounted.
  const unseen = left_out ? { since: left_out.to } : undefined
  const event_ids: string[] = []
  for (let skip = 0; ; skip += PAGE) {
    const page = await recordsCreated(
      entity,
      { from, to },
      { skip, take: PAGE },
      container
    )
    const ids = await missingTask(page.map(({ id }) => id))
    const done = await syncRecords(entity, ids, container, unseen)
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
