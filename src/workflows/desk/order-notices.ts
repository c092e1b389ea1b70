import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type OrderNotice,
  orderNotices,
} from "../../modules/follow-up"
import { loadOrders } from "../../shop/orders"
import {
  type ComingLater,
  ifKnownSoon,
  lackingIn,
  type StillShort,
} from "./coming-later"

/** What whoever packs this order is to know. */
export async function readOrderNotices(
  order_id: string,
  container: MedusaContainer
): Promise<{
  notices: OrderNotice[]
  coming_later: ComingLater[] | null
  still_short: StillShort[] | null
}> {
  const lacking = await lackingIn([order_id], container)
  const { coming_later = null, still_short = null } = lacking ?? {}
  const notices = await noticesOfOrders(
    [order_id],
    coming_later ?? [],
    container
  )
  return { notices: notices.get(order_id) ?? [], coming_later, still_short }
}

/**
 * The same for orders that can be delivered without it.
 *
 * @returns null while it is unknown, as the desk's tables are locked or slow
 */
export async function noticesIfKnown(
  order_ids: readonly string[],
  coming_later: readonly ComingLater[],
  container: MedusaContainer
): Promise<Map<string, OrderNotice[]> | null> {
  if (order_ids.length === 0) {
    return new Map()
  }
  return await ifKnownSoon(
    "what had better not go",
    noticesOfOrders(order_ids, coming_later, container),
    container
  )
}

/**
 * Why each of these orders had better not be packed, the gravest first. None for
 * an order that is canceled, over, or unknown.
 *
 * @param coming_later - of the same orders
 */
async function noticesOfOrders(
  order_ids: readonly string[],
  coming_later: readonly ComingLater[],
  container: MedusaContainer
): Promise<Map<string, OrderNotice[]>> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [...order_ids] })
  const rulesOf = await followUp.rulesOf(tasks)
  const noticed = order_ids
    .map((order_id) => ({
      order_id,
      notices: orderNotices(
        tasks.filter((task) => task.order_id === order_id),
        (task) => rulesOf(task).type
      ).filter(
        // Which lines come later says more than that some do.
        ({ task }) =>
          !coming_later.some(
            (line) => line.order_id === order_id && line.agreed === task.outcome
          )
      ),
    }))
    .filter(({ notices }) => notices.length > 0)
  const orders = await loadOrders(
    noticed.map(({ order_id }) => order_id),
    container
  )
  return new Map(
    noticed.flatMap(({ order_id, notices }) => {
      const order = orders.get(order_id)
      const isOver = !order || order.canceled_at || order.over
      return isOver ? [] : [[order_id, notices] as const]
    })
  )
}
