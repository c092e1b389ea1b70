import { WEEKDAYS } from "../../../src/business-time/definition"
import type { Text } from "../../i18n/use-text"
import { weekdayName } from "../../settings/calendars/weekday-name"

const DAYS_OF_WEEK = 7

/** `Mon–Fri`, `Mon, Wed, Sat`, `every day` */
export function weekdaysText(t: Text, weekdays: readonly number[]): string {
  if (weekdays.length === DAYS_OF_WEEK) {
    return t("delivery.settings.daily")
  }
  const runs: [number, number][] = []
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) {
      last[1] = day
    } else {
      runs.push([day, day])
    }
  }
  return runs
    .flatMap(([from, to]) =>
      to - from > 1
        ? `${dayName(t, from)}–${dayName(t, to)}`
        : from === to
          ? dayName(t, from)
          : [dayName(t, from), dayName(t, to)]
    )
    .join(", ")
}

export function dayName(
  t: Text,
  day: number,
  width: "short" | "long" = "short"
): string {
  const weekday = WEEKDAYS[day - 1]
  return weekday ? weekdayName(weekday, t.locale, width) : String(day)
}
