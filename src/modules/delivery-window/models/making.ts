import { model } from "@medusajs/framework/utils"

/** One row: which windows have been made, and by which rules. */
const Making = model.define(
  { name: "DeliveryWindowMaking", tableName: "delivery_window_making" },
  {
    id: model.text().primaryKey(),
    /** Counts the changes of templates and exceptions. */
    version: model.number(),
    /** By which rules the windows of these dates were made. */
    made_by: model.text().nullable(),
    made_from: model.text().nullable(),
    made_to: model.text().nullable(),
  }
)

export default Making
