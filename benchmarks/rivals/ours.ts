import { compileCalendar } from "../../src/business-time"
import { type Calculator, SATURDAY_HOURS, WEEKDAY_HOURS } from "./calculator"

const calendar = compileCalendar({
  time_zone: "UTC",
  weekly: {
    monday: [WEEKDAY_HOURS],
    tuesday: [WEEKDAY_HOURS],
    wednesday: [WEEKDAY_HOURS],
    thursday: [WEEKDAY_HOURS],
    friday: [WEEKDAY_HOURS],
    saturday: [SATURDAY_HOURS],
  },
})

export const ours: Calculator = {
  name: "medusa-plugin-follow-ups",
  addHours: (start, hours) => calendar.add(start, hours * 3600).getTime(),
  minutesBetween: (start, end) => calendar.between(start, end) / 60,
}
