import type { Text } from "../i18n/use-text"
import { readDuration, roundedUp } from "./duration"

/** A running duration: `18:24`, `1 h 5 min`. */
export function runningText(t: Text, seconds: number): string {
  const duration = readDuration(seconds)
  return duration.unit === "clock" ? duration.text : hoursText(t, duration)
}

/** A fixed duration: `12 min`, `1 h`, `1 h 5 min`. */
export function durationText(t: Text, seconds: number): string {
  return hoursText(t, roundedUp(seconds))
}

function hoursText(
  t: Text,
  { hours, minutes }: { hours: number; minutes: number }
): string {
  if (hours === 0) {
    return t("time.minutes", { minutes })
  }
  return minutes === 0
    ? t("time.hours", { hours })
    : t("time.hoursMinutes", { hours, minutes })
}
