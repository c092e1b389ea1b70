import { model } from "@medusajs/framework/utils"
import type { Drift } from "../noticing/short-line"

/** An inventory item whose shortages were computed. */
const Item = model.define(
  { name: "ShortageItem", tableName: "shortage_item" },
  {
    inventory_item_id: model.text().primaryKey(),
    /** The latest run that wrote its lines; earlier ones no longer may. */
    run: model.number(),
    /**
     * Where Medusa's counter of reserved units differs from the reservations. A
     * warning only: nothing is computed from the counter.
     */
    drift: model.json<Drift[]>(),
  }
)

export default Item
