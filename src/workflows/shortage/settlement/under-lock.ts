import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Refusal } from "../../../refusals"

/** In seconds. Medusa's own workflows hold the lock for ten at most. */
const WAITS_FOR_LOCK = 12

/**
 * Works under the lock that Medusa takes, too, to change an order.
 *
 * @throws Refusal `order_locked` if somebody else has it for too long
 */
export async function underLock<Result>(
  order_id: string,
  work: () => Promise<Result>,
  container: MedusaContainer
): Promise<Result> {
  let is_locked = false
  try {
    return await container.resolve(Modules.LOCKING).execute(
      [order_id],
      async () => {
        is_locked = true
        return await work()
      },
      { timeout: WAITS_FOR_LOCK }
    )
  } catch (error) {
    throw is_locked ? error : new Refusal("order_locked", {})
  }
}
