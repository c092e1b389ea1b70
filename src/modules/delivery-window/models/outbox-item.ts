import { model } from "@medusajs/framework/utils"

/**
 * A message to a customer, or what was agreed on in a call and the call is yet to
 * be told, that was committed with its reason and has not been delivered yet. Its
 * id is the idempotency key.
 */
const OutboxItem = model.define(
  { name: "DeliveryWindowOutboxItem", tableName: "delivery_window_outbox" },
  {
    id: model.id({ prefix: "dwout" }).primaryKey(),
    kind: model.text(),
    name: model.text(),
    data: model.json(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime().nullable(),
  }
)

export default OutboxItem
