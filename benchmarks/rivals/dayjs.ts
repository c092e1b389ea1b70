import dayjs from "dayjs"
import utc from "dayjs/plugin/utc"
import businessTime from "dayjs-business-time"

import { type Calculator, SATURDAY_HOURS, WEEKDAY_HOURS } from "./calculator"

dayjs.extend(utc)
dayjs.extend(businessTime)

/** The library parses the seconds too, and gives wrong results without them. */
const segments = ([start, end]: readonly [string, string]) => [
  { start: `${start}:00`, end: `${end}:00` },
]
const weekday = segments(WEEKDAY_HOURS)

dayjs.setBusinessTime({
  sunday: null,
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: weekday,
  saturday: segments(SATURDAY_HOURS),
})

export const dayjsBusinessTime: Calculator = {
  name: "dayjs-business-time",
  addHours: (start, hours) =>
    dayjs.utc(start).addBusinessHours(hours).valueOf(),
  minutesBetween: (start, end) =>
    dayjs.utc(start).businessMinutesDiff(dayjs.utc(end)),
}
