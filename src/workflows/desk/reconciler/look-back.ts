import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, isLate } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import type { SyncedEntity } from "../../../shop/records"
import { missingTasks } from "./missing-tasks"
import { SETTLED_AFTER_MS } from "./overlap"
import { syncRecords } from "./sync-records"

export type LookBackInput = {
  /** How far back, in days of 24 hours. */
  days: number
  /** Opens nothing. */
  dry_run: boolean
  /** The `next` of the part before this one; omitted for the first. */
  after?: LookBackPosition
}

/** Where the next part of a look back begins. */
export type LookBackPosition = {
  entity: SyncedEntity
  /** The time that is looked at, ISO 8601. */
  since: string
  until: string
  /** Records of that time that were looked at. */
  skip: number
}

/** What a part of looking back opens, or would open. */
export type LookedBack = {
  /** Orders and customers that were looked at. */
  looked_at: number
  /** Those for which a task is opened. */
  records: number
  /** By task type; those that are late from the start are counted, too. */
  types: { type: string; count: number; late: number }[]
  /** Null at the end. */
  next: LookBackPosition | null
}

const ENTITIES: readonly SyncedEntity[] = ["order", "customer"]

const DAY_MS = 24 * 3_600_000

/** Looked at in one part, which takes some seconds: a request waits for it. */
const MOST_LOOKED_AT = 2_000

/**
 * Opens what orders and customers of the last days should have opened, with
 * their true times; orders that are canceled or over open nothing. Nothing is
 * opened for records from before the first start. What could not be opened is
 * retried with the failed records. At the end, absences of that time are
 * dismissed: nothing of them is left out any more.
 *
 * @param most - how many records this part looks at
 * @returns the tasks by type, where to go on, and the events to deliver
 */
export async function lookBack(
  { days, dry_run, after }: LookBackInput,
  container: MedusaContainer,
  most: number = MOST_LOOKED_AT
): Promise<LookedBack & { event_ids: string[] }> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const { since, until, ...begin } = after ?? {
    entity: "order" as const,
    since: new Date(now.getTime() - days * DAY_MS).toISOString(),
    until: new Date(now.getTime() - SETTLED_AFTER_MS).toISOString(),
    skip: 0,
  }
  const period = { from: new Date(since), to: new Date(until) }
  const types = new Map<string, LookedBack["types"][number]>()
  const event_ids: string[] = []
  let looked_at = 0
  let records = 0
  const lookedBack = (next: LookBackPosition | null) => ({
    looked_at,
    records,
    types: [...types.values()],
    next,
    event_ids,
  })
  for (const entity of ENTITIES.slice(ENTITIES.indexOf(begin.entity))) {
    let skip = entity === begin.entity ? begin.skip : 0
    for await (const page of missingTasks(entity, period, container, {
      skip,
      take: most,
    })) {
      const { ids, plans } = page
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
        const unseen = { since: period.from }
        const done = await syncRecords(entity, opening, container, unseen)
        event_ids.push(...done.event_ids)
        await followUp.keepFailed(
          entity,
          opening.filter((id) => !done.synced.includes(id)),
          now
        )
      }
      skip += page.looked_at
      looked_at += page.looked_at
      if (looked_at >= most) {
        return lookedBack({ entity, since, until, skip })
      }
    }
  }
  if (!dry_run) {
    await followUp.dismissAbsences(now, period.from)
  }
  return lookedBack(null)
}
