import { model } from "@medusajs/framework/utils"

/** What happened to a booking. It never changes. */
const BookingEvent = model.define(
  {
    name: "DeliveryWindowBookingEvent",
    tableName: "delivery_window_booking_event",
  },
  {
    /** Ascending. */
    id: model.id({ prefix: "dwevent" }).primaryKey(),
    booking_id: model.text(),
    kind: model.text(),
    data: model.json(),
    actor_id: model.text().nullable(),
    occurred_at: model.dateTime(),
  }
)

export default BookingEvent
