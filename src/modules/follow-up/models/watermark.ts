import { model } from "@medusajs/framework/utils"

/** How far the reconciler has read, and when the plugin first started. */
const Watermark = model.define(
  { name: "FollowUpWatermark", tableName: "follow_up_watermark" },
  {
    name: model.text().primaryKey(),
    position: model.dateTime(),
  }
)

export default Watermark
