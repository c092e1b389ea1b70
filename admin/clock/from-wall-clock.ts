import { wallClock } from "./zoned"

/**
 * The moment of a local date and time in `timeZone`, in the format of a
 * `datetime-local` input; null if invalid. A time that the zone skips in spring
 * is moved an hour later.
 *
 * @param local - `2026-11-23T09:30`
 */
export function fromWallClock(local: string, timeZone: string): Date | null {
  const asIfUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asIfUtc)) {
    return null
  }
  // The offset is needed at the moment being computed. Two passes suffice,
  // since no zone changes its clocks twice within a day.
  const guess = asIfUtc - offsetAt(asIfUtc, timeZone)
  return new Date(asIfUtc - offsetAt(guess, timeZone))
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
