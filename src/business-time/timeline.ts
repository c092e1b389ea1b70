import { CalendarError } from "./calendar-error"
import { CompiledRange } from "./compiled-range"
import { DefinitionError } from "./definition-error"
import { DAY_MS } from "./local-date"
import { openWindows } from "./open-windows"
import { hasWeeklyWindows, type Schedule } from "./schedule"
import { EARLIEST, LATEST, SUPPORTED_RANGE } from "./supported-range"

/** The minimum to compile at once: a year, which takes a few milliseconds. */
const CHUNK_MS = 366 * DAY_MS

/**
 * A calendar's compiled range, which grows as needed, up to EARLIEST and
 * LATEST. It is a single range without gaps, so a lookup is one search. Each
 * growth at least doubles it, which keeps the total cost of copying linear.
 */
export class Timeline {
  private range: CompiledRange | undefined

  /** @throws CalendarError if the calendar never opens. */
  constructor(private readonly schedule: Schedule) {
    if (!hasWeeklyWindows(schedule)) this.range = exceptionsOnly(schedule)
  }

  /** A range that covers an instant between EARLIEST and LATEST. */
  covering(instant: number): CompiledRange {
    const range = this.range ?? this.around(instant)
    if (instant < range.from) return this.grownEarlier(range, instant)
    if (instant >= range.to) return this.grownLater(range, instant)
    return range
  }

  /**
   * A range that extends further into the future.
   *
   * @throws CalendarError for the argument `field` if there is none
   */
  laterThan(range: CompiledRange, field: string): CompiledRange {
    if (range.to < LATEST) return this.grownLater(range, range.to)
    const close = range.firstInstantAt(range.openTimeAtEnd)
    throw this.nothingBeyond(field, "last", `closes at ${iso(close)}`)
  }

  /**
   * A range that extends further into the past.
   *
   * @throws CalendarError for the argument `field` if there is none
   */
  earlierThan(range: CompiledRange, field: string): CompiledRange {
    if (range.from > EARLIEST) return this.grownEarlier(range, range.from - 1)
    const open = range.lastInstantAt(range.openTimeAtStart)
    throw this.nothingBeyond(field, "first", `opens at ${iso(open)}`)
  }

  /** Covers more future than past, because most lookups are of deadlines. */
  private around(instant: number): CompiledRange {
    const from = Math.max(EARLIEST, instant - CHUNK_MS / 2)
    const to = Math.min(LATEST, instant + CHUNK_MS)
    return (this.range = this.compiled(from, to))
  }

  private grownLater(range: CompiledRange, instant: number): CompiledRange {
    const to = Math.min(
      LATEST,
      Math.max(instant + CHUNK_MS, range.to + growth(range))
    )
    return (this.range = range.followedBy(this.compiled(range.to, to)))
  }

  private grownEarlier(range: CompiledRange, instant: number): CompiledRange {
    const from = Math.max(
      EARLIEST,
      Math.min(instant - CHUNK_MS / 2, range.from - growth(range))
    )
    return (this.range = range.precededBy(this.compiled(from, range.from)))
  }

  private compiled(from: number, to: number): CompiledRange {
    return CompiledRange.of(from, to, openWindows(this.schedule, from, to))
  }

  private nothingBeyond(
    field: string,
    side: "first" | "last",
    fact: string
  ): CalendarError {
    return hasWeeklyWindows(this.schedule)
      ? new CalendarError(
          "out_of_range",
          field,
          `${field}: leads beyond the years that calendars are worked out for, ${SUPPORTED_RANGE}`
        )
      : new CalendarError(
          "no_opening_left",
          field,
          `${field}: leads beyond the ${side} opening: the calendar has no weekly windows, and the ${side} of its exceptions ${fact}`
        )
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

function growth(range: CompiledRange): number {
  return range.to - range.from
}

/** A calendar with exceptions only is compiled once and never grows. */
function exceptionsOnly(schedule: Schedule): CompiledRange {
  const dates = [...schedule.exceptions.keys()].sort((a, b) => a - b)
  const first = dates[0] ?? 0
  const last = dates[dates.length - 1] ?? 0
  const windows = openWindows(
    schedule,
    Math.max(EARLIEST, (first - 2) * DAY_MS),
    Math.min(LATEST, (last + 4) * DAY_MS)
  )
  if (windows.length === 0) {
    throw new DefinitionError("never_opens", ["weekly"], {})
  }
  return CompiledRange.of(EARLIEST, LATEST, windows)
}
