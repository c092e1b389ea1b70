import { wallClock } from "./zoned"

const DAY_MS = 86_400_000

/**
 * The moment of a local date and time in `timeZone`; null if invalid. A time
 * that the zone skips in spring is moved an hour later; of one that comes twice
 * in autumn, it is the first.
 *
 * @param local - `2026-11-23T09:30`
 */
export function fromWallClock(local: string, timeZone: string): Date | null {
  const asIfUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asIfUtc)) {
    return null
  }
  // No zone changes its clocks twice within two days, so it is one of these.
  const before = asIfUtc - offsetAt(asIfUtc - DAY_MS, timeZone)
  const after = asIfUtc - offsetAt(asIfUtc + DAY_MS, timeZone)
  const found = [before, after].find(
    (at) => toWallClock(at, timeZone) === local.slice(0, 16)
  )
  return new Date(found ?? before)
}

/** The inverse of `fromWallClock`, to the minute. */
export function toWallClock(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16)
}

/** The zone's offset from UTC, in milliseconds; positive east of it. */
function offsetAt(at: number, timeZone: string): number {
  const wall = wallClock(at, timeZone)
  if (!wall) {
    return 0
  }
  const minute = Math.floor(at / 60_000)
  return (wall.day * 1_440 + wall.minutes - minute) * 60_000
}
