import { Ascending } from "./ascending"
import { DAY_MS, type LocalDate } from "./local-date"
import { Temporal } from "temporal-polyfill"

/**
 * A time zone's clock over a range of time. Temporal is asked only for changes
 * of offset, about two a year; between them, conversion is plain arithmetic.
 * Asking Temporal for every opening and closing costs 10 to 20 µs each
 * (measured), or about 10 ms per year of a calendar.
 *
 * A wall-clock reading is in milliseconds since 1970-01-01T00:00 on that clock.
 * An instant is in epoch milliseconds.
 */
export class ZoneClock {
  private readonly byStart: Ascending

  private constructor(
    /** Start of each offset; the first is -Infinity. */
    private readonly starts: Float64Array,
    /** Local minus UTC, in milliseconds. */
    private readonly offsets: readonly number[]
  ) {
    this.byStart = new Ascending(starts)
  }

  /** Valid for instants, and readings of instants, from `from` to `to`. */
  static over(timeZone: string, from: number, to: number): ZoneClock {
    let at =
      Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
    const starts = [-Infinity]
    const offsets = [at.offsetNanoseconds / 1e6]
    for (;;) {
      const next = at.getTimeZoneTransition("next")
      if (next === null || next.epochMilliseconds > to) break
      at = next
      starts.push(at.epochMilliseconds)
      offsets.push(at.offsetNanoseconds / 1e6)
    }
    return new ZoneClock(Float64Array.from(starts), offsets)
  }

  /**
   * The instant at which the clock shows this reading; the first if there are
   * two. A skipped reading is resolved with the offset before the gap, so it
   * ends up as far after the gap as the reading is into it.
   */
  instantOf(reading: number): number {
    const period = this.firstPeriodReaching(reading)
    const instant = reading - this.offset(period)
    return instant >= this.start(period)
      ? instant
      : reading - this.offset(period - 1)
  }

  /** The local date at an instant. */
  dateOf(instant: number): LocalDate {
    const offset = this.offset(this.byStart.lastAtMost(instant))
    return Math.floor((instant + offset) / DAY_MS)
  }

  /** When the clock first shows this date or a later one. */
  startOf(date: LocalDate): number {
    const midnight = date * DAY_MS
    const period = this.firstPeriodReaching(midnight)
    return Math.max(midnight - this.offset(period), this.start(period))
  }

  /** Whether this date exists in the zone. Samoa skipped 2011-12-30. */
  hasDate(date: LocalDate): boolean {
    return this.dateOf(this.startOf(date)) === date
  }

  /** The first period whose clock reaches `reading` before the period ends. */
  private firstPeriodReaching(reading: number): number {
    // Offsets are within a day of UTC, so this period is never too late.
    let period = Math.max(0, this.byStart.lastAtMost(reading - DAY_MS))
    while (reading - this.offset(period) >= this.start(period + 1)) period++
    return period
  }

  private start(period: number): number {
    return this.starts[period] ?? Infinity
  }

  private offset(period: number): number {
    return this.offsets[period] ?? NaN
  }
}
