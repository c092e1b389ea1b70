const MINUTE = 60_000

/** The step at which the clock is first sampled. No zone changes it twice within that. */
const STRIDE = 6 * 60

/**
 * A zone's wall-clock reading in each minute from an instant on, in minutes
 * since 1970-01-01T00:00 on that clock. Uses `Intl`, not the Temporal polyfill,
 * and samples the clock rather than looking up offset changes.
 */
export function zoneReadings(
  timeZone: string,
  from: number,
  minutes: number
): Int32Array {
  const readings = new Int32Array(minutes)
  const look = (minute: number) => readingAt(timeZone, from + minute * MINUTE)

  /** The readings from `first` on, given those at `first` and at `end`. */
  function write(
    first: number,
    end: number,
    shown: number,
    shownAtEnd: number
  ) {
    if (end - first === 1 || shownAtEnd - shown === end - first) {
      for (let minute = first; minute < end; minute++) {
        readings[minute] = shown + minute - first
      }
      return
    }
    const middle = (first + end) >> 1
    const shownAtMiddle = look(middle)
    write(first, middle, shown, shownAtMiddle)
    write(middle, end, shownAtMiddle, shownAtEnd)
  }

  let shown = look(0)
  for (let first = 0; first < minutes; first += STRIDE) {
    const shownAtEnd = look(first + STRIDE)
    write(first, first + STRIDE, shown, shownAtEnd)
    shown = shownAtEnd
  }
  return readings
}

/** Minutes since 1970-01-01T00:00 on the clock of the zone. */
export function readingAt(timeZone: string, instant: number): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) {
    if (type in shown) Object.assign(shown, { [type]: Number(value) })
  }
  const { year, month, day, hour, minute } = shown
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    })
  formats.set(timeZone, format)
  return format
}
