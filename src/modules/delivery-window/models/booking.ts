import { model } from "@medusajs/framework/utils"
import { STATUSES } from "../booking/booking"

/** A place that an order, or a cart, has in a window; see `Booking`. */
const Booking = model.define(
  { name: "DeliveryWindowBooking", tableName: "delivery_window_booking" },
  {
    id: model.id({ prefix: "dwbook" }).primaryKey(),
    window_id: model.text(),
    order_id: model.text().nullable(),
    cart_id: model.text().nullable(),
    status: model.enum([...STATUSES]),
    units: model.number(),
    held_until: model.dateTime().nullable(),
    /** When the place in this window was taken. */
    taken_at: model.dateTime(),
    expected_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    late_minutes: model.number().nullable(),
    flag: model.text().nullable(),
    agreed_by: model.text().nullable(),
    actor_id: model.text().nullable(),
    overbooked_reason: model.text().nullable(),
    release_reason: model.text().nullable(),
    customer_moves: model.number().default(0),
  }
)

export default Booking
