import { model } from "@medusajs/framework/utils"

/** A business calendar; its definition is in its versions. */
const BusinessCalendar = model.define(
  {
    name: "FollowUpBusinessCalendar",
    tableName: "follow_up_business_calendar",
  },
  {
    id: model.id({ prefix: "fucal" }).primaryKey(),
    name: model.text(),
    is_default: model.boolean().default(false),
    /**
     * Whether the shop has changed it; `medusa-config.ts` no longer does then.
     */
    is_edited: model.boolean().default(false),
    /** The version that new tasks run under. */
    version: model.number(),
  }
)

export default BusinessCalendar
