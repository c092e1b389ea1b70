import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_TASK, SHORTAGE_TRIGGER } from "../../../desk/resolve-shortage"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { loadOrders } from "../../../shop/orders"
import { openFollowUps } from "../../follow-up/open-follow-ups"
import { aboutOrder } from "../../follow-up/about-order"

/**
 * Once stock has arrived for a line: opens a task for each offer to which the
 * customer answered that they want to be told of it, whatever else the order
 * lacks. There is one for each offer, however often stock arrives. It is due since
 * both are known, the stock and the answer: an offer may outlive its shortage.
 *
 * @returns the events to deliver
 */
export async function tellOfReturn(
  order_id: string,
  container: MedusaContainer
): Promise<string[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const offers = await shortage.readOffers({ order_ids: [order_id] })
  const asked = offers.filter(
    ({ status, answer }) => status === "answered" && answer === "notify"
  )
  if (asked.length === 0) {
    return []
  }
  const ends = await shortage.readEnds(order_id)
  const arrived = asked.flatMap(({ id, line_item_id, answered_at }) => {
    const end = ends.find((one) => one.line_item_id === line_item_id)
    return end?.end_reason === "stock_arrived"
      ? [{ id, opened_at: latest(end.ended_at, answered_at ?? end.ended_at) }]
      : []
  })
  const [order] = (await loadOrders([order_id], container)).values()
  if (arrived.length === 0 || !order || order.canceled_at || order.over) {
    return []
  }
  const about = await aboutOrder(order, container)
  const { event_ids } = await openFollowUps(
    arrived.map(({ id, opened_at }) => ({
      ...about,
      type: SHORTAGE_TASK,
      trigger: SHORTAGE_TRIGGER,
      dedupe_key: `${SHORTAGE_TASK}:${order_id}:${id}`,
      if_closed: "ignore" as const,
      opened_at,
      data: { is_back: true },
    })),
    container
  )
  return event_ids
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other)
