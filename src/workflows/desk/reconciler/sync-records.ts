import type { MedusaContainer } from "@medusajs/framework/types"
import type { SyncedEntity } from "../../../shop/records"
import type { Applied } from "../apply-plans"
import { allOrEach } from "./all-or-each"
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

/** Syncs records by this, see `allOrEach`. */
export async function syncAllOrEach(
  ids: string[],
  sync: (some: string[]) => Promise<Applied>,
  container: MedusaContainer
): Promise<Applied> {
  const done = await allOrEach(ids, sync, container)
  return {
    event_ids: done.flatMap(({ event_ids }) => event_ids),
    synced: done.flatMap(({ synced }) => synced),
  }
}
