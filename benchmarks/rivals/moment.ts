import moment from "moment-business-time"

import { type Calculator, SATURDAY_HOURS, WEEKDAY_HOURS } from "./calculator"

const localeWithHours: object = {
  workinghours: {
    0: null,
    1: WEEKDAY_HOURS,
    2: WEEKDAY_HOURS,
    3: WEEKDAY_HOURS,
    4: WEEKDAY_HOURS,
    5: WEEKDAY_HOURS,
    6: SATURDAY_HOURS,
  },
}

moment.updateLocale("en", localeWithHours)

export const momentBusinessTime: Calculator = {
  name: "moment-business-time",
  addHours: (start, hours) =>
    moment.utc(start).addWorkingTime(hours, "hours").valueOf(),
  minutesBetween: (start, end) =>
    moment.utc(end).workingDiff(moment.utc(start), "minutes"),
}
