import { model } from "@medusajs/framework/utils"

/**
 * What a person agreed with the customer about an order that is short, until the
 * order's task is completed with it.
 */
const Agreed = model.define(
  { name: "ShortageAgreed", tableName: "shortage_agreed" },
  {
    id: model.id({ prefix: "shagr" }).primaryKey(),
    order_id: model.text(),
    /** One of the task's outcomes. */
    outcome: model.text(),
    note: model.text().nullable(),
    /** The user; null for the customer, or a program. */
    actor_id: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
  }
)

export default Agreed
