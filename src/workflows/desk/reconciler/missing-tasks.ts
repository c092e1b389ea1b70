import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  openedByTrigger,
  type Plan,
  type Planning,
  typesTriggeredBy,
  typesWithExtensionConditions,
} from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import { recordsCreated, type SyncedEntity } from "../../../shop/records"
import { allOrEach } from "./all-or-each"
import { readPlanning } from "./read-planning"
import { planCustomers } from "./sync-customers"
import { planOrders } from "./sync-orders"

const PAGE = 200

type MissingTask = (ids: string[]) => Promise<string[]>

/**
 * Finds records for which no trigger of new records opened a task, or which
 * lack a task of one of the types whose condition may have given no answer.
 * Tasks that something else opened prove nothing: their record may not have
 * been synced.
 */
export async function taskFinder(
  entity: SyncedEntity,
  container: MedusaContainer
): Promise<MissingTask> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const trigger = entity === "order" ? "order_placed" : "customer_created"
  const book = await followUp.readPlaybooksToOpen(clockOf(container).now())
  const triggered = typesTriggeredBy(trigger, book)
  const asked = typesWithExtensionConditions(trigger, book, followUp.settings)
  const keysOf = (id: string, types: string[]) =>
    types.map((type) => openedByTrigger(type, id))
  return async (ids) => {
    if (triggered.length === 0) {
      return []
    }
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
}

type MissingTasks = {
  ids: string[]
  plans: Map<string, Plan>
  /** Records on this page, and when the last of them was created. */
  looked_at: number
  last_created_at: Date | undefined
}

/**
 * The records of a time that have no task, with the plans that would open what
 * is missing with its true time; page by page, the oldest first.
 *
 * @param skip - records that were looked at before
 * @param take - at most so many on a page
 */
export async function* missingTasks(
  entity: SyncedEntity,
  period: { from: Date; to: Date },
  container: MedusaContainer,
  {
    skip: skipped = 0,
    take: most = PAGE,
  }: { skip?: number; take?: number } = {}
): AsyncGenerator<MissingTasks> {
  const take = Math.min(most, PAGE)
  const missingTask = await taskFinder(entity, container)
  const watermark = entity === "order" ? "orders" : "customers"
  const planning = await readPlanning(watermark, container, {
    since: period.from,
  })
  for (let skip = skipped; ; skip += take) {
    const page = { skip, take }
    const found = await recordsCreated(entity, period, page, container)
    const ids = await missingTask(found.map(({ id }) => id))
    const plans = await plansOf(entity, ids, planning, container)
    yield {
      ids,
      plans,
      looked_at: found.length,
      last_created_at: found.at(-1)?.created_at,
    }
    if (found.length < take) {
      return
    }
  }
}

/** Plans for records; those that cannot be read have none. */
async function plansOf(
  entity: SyncedEntity,
  ids: string[],
  planning: Planning,
  container: MedusaContainer
): Promise<Map<string, Plan>> {
  const planned = await allOrEach(
    ids,
    async (some) =>
      entity === "order"
        ? await planOrders(some, planning, container)
        : await planCustomers(
            { customer_ids: some, announced: false },
            planning,
            container
          ),
    container
  )
  return new Map(planned.flatMap(({ plans }) => [...plans]))
}
