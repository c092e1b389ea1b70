import type { Text } from "../../i18n/use-text"
import { durationText } from "../../timer/duration-text"
import { readWorkingTime } from "./working-time"

/** A span of business time: `20 min`, `1 h 30 min`, `2 working days`. */
export function workingTimeText(t: Text, minutes: number): string {
  const { amount, unit } = readWorkingTime(minutes)
  return unit === "days"
    ? t("settings.fields.days", { count: amount })
    : durationText(t, minutes * 60)
}
