import {
  type CalendarDefinition,
  WEEKDAYS,
  type WindowDefinition,
} from "../index"
import { zoneReadings } from "./zone-readings"

const MINUTE = 60_000
const DAY_MINUTES = 1440

/** A window lasts a day at most, and zones have moved their clocks by up to another day. */
const MARGIN = 2 * DAY_MINUTES * MINUTE

/** Jest looks up globals on every use, which adds up over millions of minutes. */
const { floor, min, max } = Math

/**
 * A second, deliberately naive implementation of business time. It records the
 * wall-clock reading of each minute of a range, marks the open minutes, and
 * answers by walking over them one by one. It shares no code with the real
 * implementation, which it is there to check.
 *
 * It knows no window that begins before its range or ends after it, so
 * questions must stay `MARGIN` inside, and answers that do not are undefined.
 */
export class MinuteWalker {
  private readonly readings: Int32Array
  /** The first minute that shows a reading, or -1; by reading, from the lowest on. */
  private readonly firstMinutes: Int32Array
  private readonly lowest: number
  private readonly open: Uint8Array

  /** `from` in epoch milliseconds, a whole minute. */
  constructor(
    definition: CalendarDefinition,
    private readonly from: number,
    private readonly minutes: number
  ) {
    this.readings = zoneReadings(definition.time_zone, from, minutes)
    this.lowest = this.readings[0] ?? NaN
    this.firstMinutes = this.minutesByReading()
    this.open = new Uint8Array(minutes)
    for (const date of this.datesShown()) {
      for (const [start, end] of windowsOf(definition, date)) {
        const first = minutesInto(start)
        const last = minutesInto(end)
        const nextDay = last <= first ? DAY_MINUTES : 0
        const midnight = date * DAY_MINUTES
        const begin = this.minuteOf(midnight + first)
        const finish = this.minuteOf(midnight + last + nextDay)
        if (begin === undefined || finish === undefined) continue
        for (let minute = begin; minute < finish; minute++) {
          this.open[minute] = 1
        }
      }
    }
  }

  isOpen(at: number): boolean {
    return this.open[this.minuteAt(at)] === 1
  }

  /** The open spans between two instants, clipped to both. */
  windows(from: number, to: number): { start: number; end: number }[] {
    const windows: { start: number; end: number }[] = []
    for (
      let minute = this.minuteAt(from);
      this.startOf(minute) < to;
      minute++
    ) {
      if (this.open[minute] !== 1) continue
      const start = max(from, this.startOf(minute))
      const end = min(to, this.startOf(minute + 1))
      const last = windows[windows.length - 1]
      if (last?.end === start) last.end = end
      else windows.push({ start, end })
    }
    return windows
  }

  /** Open milliseconds from `start` to a later `end`. */
  between(start: number, end: number): number {
    let passed = 0
    for (
      let minute = this.minuteAt(start);
      this.startOf(minute) < end;
      minute++
    ) {
      if (this.open[minute] !== 1) continue
      passed +=
        min(end, this.startOf(minute + 1)) - max(start, this.startOf(minute))
    }
    return passed
  }

  /** `undefined` if the answer is not known; `duration` in milliseconds. */
  add(start: number, duration: number): number | undefined {
    const answer =
      duration < 0
        ? this.walkBack(start, -duration)
        : this.walk(start, duration)
    const first = this.from + MARGIN
    const last = this.startOf(this.minutes) - MARGIN
    return answer !== undefined && answer >= first && answer <= last
      ? answer
      : undefined
  }

  private walk(start: number, duration: number): number | undefined {
    let left = duration
    for (let minute = this.minuteAt(start); minute < this.minutes; minute++) {
      if (this.open[minute] !== 1) continue
      const begin = max(start, this.startOf(minute))
      const length = this.startOf(minute + 1) - begin
      if (left < length || (left === length && duration > 0))
        return begin + left
      left -= length
    }
    return undefined
  }

  private walkBack(start: number, duration: number): number | undefined {
    let left = duration
    for (let minute = this.minuteAt(start); minute >= 0; minute--) {
      if (this.open[minute] !== 1) continue
      const end = min(start, this.startOf(minute + 1))
      const length = end - this.startOf(minute)
      if (length > 0 && left <= length) return end - left
      left -= length
    }
    return undefined
  }

  private minuteAt(instant: number): number {
    return floor((instant - this.from) / MINUTE)
  }

  private startOf(minute: number): number {
    return this.from + minute * MINUTE
  }

  /** Every local date that the clock shows, as days since 1970-01-01. */
  private datesShown(): Set<number> {
    const dates = new Set<number>()
    for (let minute = 0; minute < this.minutes; minute += 10) {
      dates.add(floor((this.readings[minute] ?? NaN) / DAY_MINUTES))
    }
    return dates
  }

  /**
   * The minute at which a clock of the zone reaches a reading: the first one
   * that shows it. If the clock skipped it, a clock that was not set forward
   * would show it; it is that many minutes after the last reading before the
   * gap.
   */
  private minuteOf(reading: number): number | undefined {
    for (let before = reading; before >= this.lowest; before--) {
      const minute = this.firstMinutes[before - this.lowest] ?? -1
      if (minute < 0) continue
      const answer = minute + reading - before
      return answer < this.minutes ? answer : undefined
    }
    return undefined
  }

  private minutesByReading(): Int32Array {
    // A zone has moved its clock by a day at most.
    const firstMinutes = new Int32Array(this.minutes + DAY_MINUTES).fill(-1)
    for (let minute = this.minutes - 1; minute >= 0; minute--) {
      firstMinutes[(this.readings[minute] ?? NaN) - this.lowest] = minute
    }
    return firstMinutes
  }
}

function windowsOf(
  definition: CalendarDefinition,
  date: number
): readonly WindowDefinition[] {
  const day = new Date(date * DAY_MINUTES * MINUTE)
  const text = day.toISOString().slice(0, 10)
  const exception = definition.exceptions?.find((one) => one.date === text)
  const weekday = WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? "monday"
  return exception?.windows ?? definition.weekly[weekday] ?? []
}

function minutesInto(time: string): number {
  const [hours, minutes] = time.split(":").map(Number)
  return (hours ?? NaN) * 60 + (minutes ?? NaN)
}
