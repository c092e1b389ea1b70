import { model } from "@medusajs/framework/utils"

/**
 * An event, a notification or an action that was committed with its change and
 * has not been delivered yet. Its id is the idempotency key.
 */
const OutboxEvent = model.define(
  { name: "FollowUpOutboxEvent", tableName: "follow_up_outbox_event" },
  {
    id: model.id({ prefix: "fuevt" }).primaryKey(),
    /** The receiver: the event bus, the notification module, or an action. */
    kind: model.text().default("event"),
    name: model.text(),
    data: model.json(),
    attempts: model.number().default(0),
    /** When it may be tried again; null before the first try. */
    next_attempt_at: model.dateTime().nullable(),
  }
)

export default OutboxEvent
