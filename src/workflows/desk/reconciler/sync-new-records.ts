import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  typesWithOwnConditions,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import type { SyncedEntity } from "../../../shop/record-versions"
import { registeredIn } from "../ask-conditions"
import { syncRecords } from "./sync-records"
import { OVERLAP_MS } from "./overlap"

const PAGE = 200

/** What one run reads at most, so that it ends; the next goes on from there. */
const MOST_RECORDS = 5_000

/**
 * Younger records are left to their events: a checkout that is still running
 * has an order and not yet its links.
 */
const SETTLED_AFTER_MS = 30_000

/**
 * Looks at every order and customer that was created since the watermark, and
 * opens what their events should have opened. The watermark moves page by page,
 * after each page has been repaired: each of its records was synced, or is
 * remembered as one that an error kept from it, which
 * `retryFailedRecords` tries again. So no record is lost behind the
 * watermark, and none keeps it from moving.
 *
 * @returns the events to deliver
 */
export async function syncNewRecords(
  entity: SyncedEntity,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const now = clockOf(container).now()
  const watermark = entity === "order" ? "orders" : "customers"
  const first_start = await followUp.markFirstStart(now)
  const position = await followUp.readWatermark(watermark, now)
  const from = new Date(
    Math.max(position.getTime() - OVERLAP_MS, first_start.getTime())
  )
  const to = new Date(now.getTime() - SETTLED_AFTER_MS)
  const asked = typesWithOwnConditions(
    entity === "order" ? "order_placed" : "customer_created",
    await followUp.readPlaybooksToOpen(now),
    registeredIn(container)
  )

  const event_ids: string[] = []
  for (let skip = 0; ; skip += PAGE) {
    const { data: page } = await query.graph({
      entity,
      fields: ["id", "created_at"],
      filters: { created_at: { $gte: from, $lte: to } },
      pagination: { skip, take: PAGE, order: { created_at: "ASC", id: "ASC" } },
    })
    const ids = await missingTask(
      entity,
      page.map(({ id }) => id),
      followUp,
      asked
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
      await followUp.advanceWatermark(watermark, new Date(last.created_at), now)
    }
    if (page.length < PAGE) {
      await followUp.advanceWatermark(watermark, to, now)
      return event_ids
    }
    if (skip >= MOST_RECORDS) {
      return event_ids
    }
  }
}

/**
 * Those without any task, or without one of these types, of which a condition
 * may have given no answer.
 */
async function missingTask(
  entity: SyncedEntity,
  ids: string[],
  followUp: FollowUpModuleService,
  asked: string[]
): Promise<string[]> {
  const tasks = await followUp.findTasks(
    entity === "order" ? { order_id: ids } : { customer_id: ids }
  )
  const typesOf = new Map<string | null, string[]>()
  for (const { type, order_id, customer_id } of tasks) {
    if (entity === "order" || order_id === null) {
      const id = entity === "order" ? order_id : customer_id
      typesOf.set(id, [...(typesOf.get(id) ?? []), type])
    }
  }
  return ids.filter((id) => {
    const types = typesOf.get(id)
    return !types || asked.some((type) => !types.includes(type))
  })
}
