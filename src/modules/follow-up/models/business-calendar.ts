import { model } from "@medusajs/framework/utils"

/**
 * One version of a business calendar. A version never changes, so a deadline
 * can always be explained by the calendar that it was computed with.
 */
const BusinessCalendar = model.define(
  {
    name: "FollowUpBusinessCalendar",
    tableName: "follow_up_business_calendar",
  },
  {
    id: model.id({ prefix: "fucal" }).primaryKey(),
    name: model.text(),
    version: model.number(),
    definition: model.json(),
  }
)

export default BusinessCalendar
