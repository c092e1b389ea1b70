import type { MedusaContainer } from "@medusajs/framework/types"
import { isBusy } from "../../../refusals"
import type { SyncedEntity } from "../../../shop/records"
import { type Applied, reportFailed } from "../apply-plans"
import type { Unseen } from "./read-planning"
import { syncCustomers } from "./sync-customers"
import { syncOrders } from "./sync-orders"

/**
 * Syncs the tasks of these records, all at once; if that fails, one by one.
 *
 * @param unseen - see `readPlanning`
 * @throws Refusal if the plugin's tables are busy
 */
export async function syncRecords(
  entity: SyncedEntity,
  ids: string[],
  container: MedusaContainer,
  unseen?: Unseen
): Promise<Applied> {
  return await syncAllOrEach(
    ids,
    (some) =>
      entity === "order"
        ? syncOrders(some, container, unseen)
        : syncCustomers(
            { customer_ids: some, announced: false },
            container,
            unseen
          ),
    container
  )
}

/**
 * Syncs records all at once; if that fails, one by one, so that a record that
 * cannot be read does not block the others. Such a record is reported.
 *
 * @throws Refusal if the plugin's tables are busy: they are so for each
 */
export async function syncAllOrEach(
  ids: string[],
  sync: (some: string[]) => Promise<Applied>,
  container: MedusaContainer
): Promise<Applied> {
  try {
    return await sync(ids)
  } catch (error) {
    if (isBusy(error)) {
      throw error
    }
    const done: Applied = { event_ids: [], synced: [] }
    for (const id of ids) {
      try {
        const { event_ids, synced } = await sync([id])
        done.event_ids.push(...event_ids)
        done.synced.push(...synced)
      } catch (failure) {
        if (isBusy(failure)) {
          throw failure
        }
        reportFailed(id, failure, container)
      }
    }
    return done
  }
}
