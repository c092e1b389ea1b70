import { model } from "@medusajs/framework/utils"

/** What the shop itself offers in place of a variant, before anything else. */
const Pin = model.define(
  { name: "ShortagePin", tableName: "shortage_pin" },
  {
    id: model.id({ prefix: "shpin" }).primaryKey(),
    variant_id: model.text(),
    replacement_variant_id: model.text(),
    /** From 0; the lowest is offered first. */
    position: model.number(),
    actor_id: model.text().nullable(),
  }
)

export default Pin
