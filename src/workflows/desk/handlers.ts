import type { KindHandlers } from "../../desk/handlers"
import { comingLater } from "./coming-later"
import { deliverOutbox } from "./deliver-outbox"
import { syncReceivedNumbers } from "./reconciler/sync-received-numbers"
import { syncWrongNumbers } from "./reconciler/sync-wrong-numbers"

/** Every task about an order shows its contents. */
export const EVERY_KIND_HANDLERS: KindHandlers = {
  sections: async (tasks, { readOrder }, container) => {
    const orders = new Map<string, string[]>()
    for (const { id, order_id } of tasks) {
      if (order_id) {
        orders.set(order_id, [...(orders.get(order_id) ?? []), id])
      }
    }
    const later = await comingLater([...orders.keys()], container)
    const sections = await Promise.all(
      [...orders].map(async ([order_id, task_ids]) => {
        const order = await readOrder(order_id)
        return (
          order && {
            section: "order",
            key: order_id,
            task_ids,
            data: {
              ...order,
              coming_later:
                later && later.filter((one) => one.order_id === order_id),
            },
          }
        )
      })
    )
    return sections.filter((section) => section !== null)
  },
}

/** Received and wrong numbers are processed even if their event was lost. */
export const COMPLETE_CONTACT_HANDLERS: KindHandlers = {
  reconcile: async (_, container) => {
    await deliverOutbox(await syncReceivedNumbers(container), container)
    await deliverOutbox(await syncWrongNumbers(container), container)
  },
}
