import { model } from "@medusajs/framework/utils"

/**
 * An order that has or had short lines. While its two versions differ, its task
 * has yet to be made to fit.
 */
const Order = model.define(
  { name: "ShortageOrder", tableName: "shortage_order" },
  {
    order_id: model.text().primaryKey(),
    /** Counts the changes of its lines. */
    version: model.number(),
    /** The version that its task fits. */
    synced_version: model.number().default(0),
    /** What it costs, with tax and discounts; null until it was read. */
    currency_code: model.text().nullable(),
    total: model.float().nullable(),
    /** The same of each line. */
    line_totals: model.json<Record<string, number>>(),
    /** Counts what may have changed its amounts. */
    amounts_version: model.number().default(1),
    /** The version at which they were read. */
    priced_version: model.number().default(0),
    priced_at: model.dateTime().nullable(),
  }
)

export default Order
