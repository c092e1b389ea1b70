import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE, type SyncedTask } from "../../../modules/follow-up"
import { recordVersions, type SyncedEntity } from "../../../shop/records"
import { syncCustomers } from "./sync-customers"
import { syncOrders } from "./sync-orders"

const PAGE = 200

/**
 * Checks every open and waiting task, and syncs those whose order or customer
 * was deleted or changed since the last sync.
 *
 * @returns the events to deliver
 */
export async function syncActiveTasks(
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const event_ids: string[] = []
  for (let after = ""; ;) {
    const tasks = await followUp.listSyncedTasks(after, PAGE)
    const ofOrders = await syncOrders(
      await changedSince("order", tasks, container),
      container
    )
    const ofCustomers = await syncCustomers(
      {
        customer_ids: await changedSince("customer", tasks, container),
        announced: false,
      },
      container
    )
    event_ids.push(...ofOrders.event_ids, ...ofCustomers.event_ids)
    const last = tasks.at(-1)
    if (!last || tasks.length < PAGE) {
      return event_ids
    }
    after = last.id
  }
}

/** The records of these tasks that were deleted or have another version now. */
async function changedSince(
  entity: SyncedEntity,
  tasks: SyncedTask[],
  container: MedusaContainer
): Promise<string[]> {
  const seen = new Map(
    tasks.flatMap((task) => {
      const id = task[`${entity}_id`]
      return id ? [[id, task[`${entity}_seen_at`]]] : []
    })
  )
  const versions = await recordVersions(entity, [...seen.keys()], container)
  return [...seen.keys()].filter(
    (id) => versions.get(id)?.getTime() !== seen.get(id)?.getTime()
  )
}
