import { model } from "@medusajs/framework/utils"

/** What windows are made from; see `Template`. */
const Template = model.define(
  { name: "DeliveryWindowTemplate", tableName: "delivery_window_template" },
  {
    id: model.id({ prefix: "dwtmpl" }).primaryKey(),
    name: model.text(),
    /** From 1, Monday, to 7. */
    weekdays: model.array(),
    starts_at: model.text(),
    ends_at: model.text(),
    time_zone: model.text(),
    service_zone_id: model.text().nullable(),
    shipping_option_ids: model.array(),
    capacity: model.number(),
    capacity_unit: model.text(),
    cut_off_minutes: model.number(),
    lead_minutes: model.number(),
    valid_from: model.text().nullable(),
    valid_to: model.text().nullable(),
    is_on: model.boolean().default(true),
    /** Since it was switched on last, or its dates were extended. */
    on_since: model.dateTime(),
  }
)

export default Template
