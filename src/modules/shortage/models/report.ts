import { model } from "@medusajs/framework/utils"

/** What a person found of an order line on the shelf. */
const Report = model.define(
  { name: "ShortageReport", tableName: "shortage_report" },
  {
    id: model.id({ prefix: "shrep" }).primaryKey(),
    order_id: model.text(),
    line_item_id: model.text(),
    quantity_found: model.number(),
    /** Units of the line at that time; null in reports of an older version. */
    ordered: model.number().nullable(),
    /** Units that this makes short; 0 if the stock level was corrected. */
    units: model.number(),
    reason: model.text().nullable(),
    corrected_stock: model.boolean().default(false),
    /** The user; null for a program. */
    actor_id: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
  }
)

export default Report
