import type { MedusaContainer } from "@medusajs/framework/types"
import type { FollowedEntity } from "../../../modules/follow-up/sql/seen-records"
import { type CarriedOut, reportUnfollowed } from "./carry-out-plans"
import { followCustomers } from "./follow-customers"
import { followOrders } from "./follow-orders"

/**
 * Brings the tasks of these records in line with them, all at once; where that
 * fails, one by one, so that a record that nothing can be read of keeps no
 * other from being followed. Such a record is reported.
 *
 * @param neverFollowed - see `readPlanning`
 */
export async function followRecords(
  entity: FollowedEntity,
  ids: string[],
  container: MedusaContainer,
  neverFollowed = false
): Promise<CarriedOut> {
  const follow = (some: string[]) =>
    entity === "order"
      ? followOrders(some, container, neverFollowed)
      : followCustomers(
          { customer_ids: some, announced: false },
          container,
          neverFollowed
        )
  try {
    return await follow(ids)
  } catch {
    const done: CarriedOut = { event_ids: [], followed: [] }
    for (const id of ids) {
      try {
        const { event_ids, followed } = await follow([id])
        done.event_ids.push(...event_ids)
        done.followed.push(...followed)
      } catch (error) {
        reportUnfollowed(id, error, container)
      }
    }
    return done
  }
}
