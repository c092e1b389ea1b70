import { model } from "@medusajs/framework/utils"

/** Where a calendar applies. */
const CalendarBinding = model.define(
  { name: "FollowUpCalendarBinding", tableName: "follow_up_calendar_binding" },
  {
    id: model.id({ prefix: "fucalb" }).primaryKey(),
    calendar_id: model.text(),
    scope: model.text(),
    reference_id: model.text(),
  }
)

export default CalendarBinding
