import { model } from "@medusajs/framework/utils"
import { PROMISE_KINDS } from "../promises/promise"

/** A time that the customer was told; see `Promised`. */
const Promised = model.define(
  { name: "DeliveryWindowPromise", tableName: "delivery_window_promise" },
  {
    id: model.id({ prefix: "dwprom" }).primaryKey(),
    booking_id: model.text(),
    order_id: model.text(),
    window_id: model.text(),
    kind: model.enum([...PROMISE_KINDS]),
    from_at: model.dateTime().nullable(),
    to_at: model.dateTime(),
    channel: model.text().nullable(),
    told_at: model.dateTime().nullable(),
    kept: model.boolean().nullable(),
    replaced_at: model.dateTime().nullable(),
    message: model.text(),
    not_sent: model.text().nullable(),
    sequence: model.number().default(0),
  }
)

export default Promised
