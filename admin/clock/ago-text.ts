import type { Text } from "../i18n/use-text"

const MINUTE_MS = 60_000

/** From the longest; a moment is told in the first that it fills. */
const UNITS = [
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
] as const

/** How long ago a moment was, in one unit: `25 min ago`, `2 hr. ago`. */
export function agoText(t: Text, at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / MINUTE_MS))
  if (minutes === 0) {
    return t("time.now")
  }
  const [unit, length] = UNITS.find(([, length]) => minutes >= length) ?? [
    "minute",
    1,
  ]
  return new Intl.RelativeTimeFormat(t.locale, {
    style: "short",
    numeric: "auto",
  }).format(-Math.floor(minutes / length), unit)
}
