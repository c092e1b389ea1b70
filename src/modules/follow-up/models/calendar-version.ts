import { model } from "@medusajs/framework/utils"

/**
 * A calendar's definition. A version never changes, so a deadline can always be
 * explained by the hours that it was computed with.
 */
const CalendarVersion = model.define(
  { name: "FollowUpCalendarVersion", tableName: "follow_up_calendar_version" },
  {
    id: model.id({ prefix: "fucalv" }).primaryKey(),
    calendar_id: model.text(),
    version: model.number(),
    name: model.text(),
    definition: model.json(),
    /** The user who saved it; null for the plugin. */
    created_by: model.text().nullable(),
  }
)

export default CalendarVersion
