import { model } from "@medusajs/framework/utils"

/** What was agreed about a short line; see `Settled`. */
const Settlement = model.define(
  { name: "ShortageSettlement", tableName: "shortage_settlement" },
  {
    id: model.id({ prefix: "shset" }).primaryKey(),
    order_id: model.text(),
    line_item_id: model.text(),
    deed: model.json(),
    /** The user; null for a program, or the customer. */
    actor_id: model.text().nullable(),
    offer_id: model.text().nullable(),
    state: model.text(),
    /** Counts who carries it out: whoever came later may go on, alone. */
    run: model.number().default(1),
    change_id: model.text().nullable(),
    line_ids: model.json(),
    hold_ids: model.json(),
    before: model.json(),
    result: model.json().nullable(),
    error: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
  }
)

export default Settlement
