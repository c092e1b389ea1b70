import { model } from "@medusajs/framework/utils"

/**
 * An event that was committed with its change and has not been handed to the
 * event bus yet. Its id is the event's idempotency key.
 */
const OutboxEvent = model.define(
  { name: "FollowUpOutboxEvent", tableName: "follow_up_outbox_event" },
  {
    id: model.id({ prefix: "fuevt" }).primaryKey(),
    name: model.text(),
    data: model.json(),
  }
)

export default OutboxEvent
