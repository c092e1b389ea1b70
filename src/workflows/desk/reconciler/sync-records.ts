import type { MedusaContainer } from "@medusajs/framework/types"
import type { SyncedEntity } from "../../../shop/records"
import { type Applied, reportFailed } from "../apply-plans"
import type { Unseen } from "./read-planning"
import { syncCustomers } from "./sync-customers"
import { syncOrders } from "./sync-orders"

/**
 * Syncs the tasks of these records, all at once; if that fails, one by one, so
 * that a record that cannot be read does not block the others. Such a record is
 * reported.
 *
 * @param unseen - see `readPlanning`
 */
export async function syncRecords(
  entity: SyncedEntity,
  ids: string[],
  container: MedusaContainer,
  unseen?: Unseen
): Promise<Applied> {
  const follow = (some: string[]) =>
    entity === "order"
      ? syncOrders(some, container, unseen)
      : syncCustomers(
          { customer_ids: some, announced: false },
          container,
          unseen
        )
  try {
    return await follow(ids)
  } catch {
    const done: Applied = { event_ids: [], synced: [] }
    for (const id of ids) {
      try {
        const { event_ids, synced } = await follow([id])
        done.event_ids.push(...event_ids)
        done.synced.push(...synced)
      } catch (error) {
        reportFailed(id, error, container)
      }
    }
    return done
  }
}
