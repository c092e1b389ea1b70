import { model } from "@medusajs/framework/utils"

/** A date on which a template's windows are not the usual ones. */
const Exception = model.define(
  { name: "DeliveryWindowException", tableName: "delivery_window_exception" },
  {
    id: model.id({ prefix: "dwexc" }).primaryKey(),
    date: model.text(),
    /** Null: every template. */
    template_id: model.text().nullable(),
    kind: model.enum(["closed", "capacity", "extra"]),
    capacity: model.number().nullable(),
    starts_at: model.text().nullable(),
    ends_at: model.text().nullable(),
    label: model.text(),
  }
)

export default Exception
