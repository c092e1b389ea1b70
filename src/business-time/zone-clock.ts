import { Ascending } from "./ascending"
import { DAY_MS, type LocalDate } from "./local-date"
import { Temporal } from "temporal-polyfill"

/**
 * What the clocks of one zone show over a stretch of time. Temporal is asked
 * for the changes of offset only, some two a year; between them it is plain
 * arithmetic. Asking it for each opening and closing costs 10 to 20 µs each
 * time (measured), which is some 10 ms for each year of a calendar.
 *
 * A wall-clock reading is in milliseconds since 1970-01-01T00:00 on that
 * clock, an instant in epoch milliseconds.
 */
export class ZoneClock {
  private readonly byStart: Ascending

  private constructor(
    /** Where each offset begins; the first is -Infinity. */
    private readonly starts: Float64Array,
    /** Local minus UTC, in milliseconds. */
    private readonly offsets: readonly number[]
  ) {
    this.byStart = new Ascending(starts)
  }

  /** Right for instants, and readings of instants, from `from` to `to`. */
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
   * When the clock shows this reading: the first time if it does so twice. A
   * reading that it skips is taken by the offset before the gap, which lands
   * as far behind the gap as the reading is into it.
   */
  instantOf(reading: number): number {
    const period = this.firstPeriodReaching(reading)
    const instant = reading - this.offset(period)
    return instant >= this.start(period)
      ? instant
      : reading - this.offset(period - 1)
  }

  /** The date that the clock shows at an instant. */
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

  /** Whether the clock shows this date at all; Samoa's never showed 2011-12-30. */
  hasDate(date: LocalDate): boolean {
    return this.dateOf(this.startOf(date)) === date
  }

  /** The first period that does not end before its clock comes to `reading`. */
  private firstPeriodReaching(reading: number): number {
    // Offsets stay within a day of UTC, so this is never too late a period.
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
