import { model } from "@medusajs/framework/utils"

/**
 * A text that the shop sends to customers again and again, as Liquid by
 * language.
 */
const CannedAnswer = model.define(
  { name: "FollowUpCannedAnswer", tableName: "follow_up_canned_answer" },
  {
    id: model.id({ prefix: "fuans" }).primaryKey(),
    name: model.text(),
    /** The task types that it is offered for; empty means all. */
    types: model.json(),
    texts: model.json(),
    position: model.number(),
  }
)

export default CannedAnswer
