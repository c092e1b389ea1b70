import type { MedusaContainer } from "@medusajs/framework/types"
import type { KindHandlers, TaskOfKind } from "../../desk/handlers"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
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

export const COMPLETE_CONTACT_HANDLERS: KindHandlers = {
  /** A customer who gave a number is not told that there is none. */
  script_variables: async ({ task }, _, container) => {
    const wrong =
      task?.phone === null && (await lastWrongPhone(task, container))
    return { "contact.wrong_phone": wrong || "" }
  },

  /** Received and wrong numbers are processed even if their event was lost. */
  reconcile: async (_, container) => {
    await deliverOutbox(await syncReceivedNumbers(container), container)
    await deliverOutbox(await syncWrongNumbers(container), container)
  },
}

/** At which somebody else answered; best one that came with the task's order. */
async function lastWrongPhone(
  { id, order_id }: TaskOfKind,
  container: MedusaContainer
): Promise<string | undefined> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const asking = await followUp.findTasks({ id: [id] })
  const tasks = await followUp.findTasks({
    person_id: asking.map(({ person_id }) => person_id),
  })
  const ofOrder = tasks.filter((task) => task.order_id === order_id)
  return [...tasks, ...ofOrder]
    .flatMap(({ wrong_phones }) => wrong_phones)
    .at(-1)
}
