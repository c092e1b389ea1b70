import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { noticeLater } from "../workflows/shortage/notice-later"

type StockEvent = { id: string }

/**
 * Notices what a changed stock level or reservation makes short, or no longer
 * short, when the shopper has the answer.
 */
export default async function noticeStock({
  event: { name, data },
  container,
}: SubscriberArgs<StockEvent>): Promise<void> {
  const entity = name.includes("reservation-item") ? "reservation" : "level"
  noticeLater({ entity, id: data.id }, container)
}

export const config: SubscriberConfig = {
  event: [
    "reservation-item.created",
    "reservation-item.updated",
    "reservation-item.deleted",
    "inventory-level.created",
    "inventory-level.updated",
    "inventory-level.deleted",
    // The service's own: whoever calls it without a workflow emits nothing else.
    /* eslint-disable @medusajs/prefer-workflow-event-over-module-event */
    "inventory.reservation-item.created",
    "inventory.reservation-item.updated",
    "inventory.reservation-item.deleted",
    "inventory.inventory-level.created",
    "inventory.inventory-level.updated",
    "inventory.inventory-level.deleted",
    /* eslint-enable @medusajs/prefer-workflow-event-over-module-event */
  ],
  context: { subscriberId: "follow-ups-shortage-stock" },
}
