import { model } from "@medusajs/framework/utils"

/** How far bookings have been read, and when each carrier was asked last. */
const Mark = model.define(
  { name: "DeliveryWindowMark", tableName: "delivery_window_mark" },
  {
    name: model.text().primaryKey(),
    position: model.dateTime(),
  }
)

export default Mark
