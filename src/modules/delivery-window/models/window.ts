import { model } from "@medusajs/framework/utils"

/** A span of time on one date in which a courier comes; see `Window`. */
const DeliveryWindow = model.define(
  { name: "DeliveryWindow", tableName: "delivery_window" },
  {
    id: model.id({ prefix: "dwin" }).primaryKey(),
    template_id: model.text(),
    local_date: model.text(),
    local_start: model.text(),
    local_end: model.text(),
    time_zone: model.text(),
    starts_at: model.dateTime(),
    ends_at: model.dateTime(),
    cut_off_at: model.dateTime(),
    lead_minutes: model.number(),
    service_zone_id: model.text().nullable(),
    shipping_option_ids: model.array(),
    capacity: model.number(),
    capacity_unit: model.text(),
    /** Units of its active bookings. */
    booked: model.number().default(0),
    is_closed: model.boolean().default(false),
    /** Nobody comes: its date is closed. */
    is_called_off: model.boolean().default(false),
    /** Units became free while bookings of it waited for some. */
    is_freed: model.boolean().default(false),
  }
)

export default DeliveryWindow
