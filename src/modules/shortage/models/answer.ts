import { model } from "@medusajs/framework/utils"

/** What a customer said when one variant was offered for another. */
const Answer = model.define(
  { name: "ShortageAnswer", tableName: "shortage_answer" },
  {
    id: model.id({ prefix: "shans" }).primaryKey(),
    variant_id: model.text(),
    replacement_variant_id: model.text(),
    order_id: model.text(),
    line_item_id: model.text(),
    /** Whose answer it is: what somebody refused is not offered to them again. */
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    accepted: model.boolean(),
    offer_id: model.text().nullable(),
    answered_at: model.dateTime(),
  }
)

export default Answer
