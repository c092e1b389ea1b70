import { wallClock } from "../clock/zoned"

/** Calling hours in the customer's local time, in minutes of the day. */
const EARLIEST = 8 * 60
const LATEST = 21 * 60

/** The customer's local time; a range if the country has several time zones. */
export type LocalTime = {
  from: string
  to: string
  /** Whether it is outside calling hours there: in no, some or all zones. */
  outside: "no" | "maybe" | "yes"
}

/** @param zones - the customer's possible time zones; null if unknown */
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
