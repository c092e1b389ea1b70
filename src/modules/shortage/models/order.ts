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
  }
)

export default Order
