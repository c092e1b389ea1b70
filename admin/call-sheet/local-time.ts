import { wallClock } from "../clock/zoned"

/** People are called between these hours of theirs, in minutes of the day. */
const EARLIEST = 8 * 60
const LATEST = 21 * 60

/** What the customer's clock says; a range where the country has several. */
export type LocalTime = {
  from: string
  to: string
  /** Whether it is outside calling hours there: in some zones, or in all. */
  outside: "no" | "maybe" | "yes"
}

/** @param zones - that the customer may be in; null where none is known */
export function localTime(
  zones: readonly string[],
  now: number
): LocalTime | null {
  const clocks = zones
    .flatMap((zone) => wallClock(now, zone) ?? [])
    .sort((a, b) => a.day - b.day || a.minutes - b.minutes)
  const first = clocks[0]
  const last = clocks.at(-1)
  if (!first || !last) {
    return null
  }
  const outside = clocks.filter(
    ({ minutes }) => minutes < EARLIEST || minutes >= LATEST
  )
  return {
    from: first.time,
    to: last.time,
    outside:
      outside.length === 0
        ? "no"
        : outside.length === clocks.length
          ? "yes"
          : "maybe",
  }
}
