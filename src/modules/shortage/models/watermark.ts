import { model } from "@medusajs/framework/utils"

/** When the module first started, and how far its reconciler has walked. */
const Watermark = model.define(
  { name: "ShortageWatermark", tableName: "shortage_watermark" },
  {
    name: model.text().primaryKey(),
    position: model.dateTime(),
    /** The inventory item up to which a walk has come. */
    cursor: model.text().default(""),
  }
)

export default Watermark
