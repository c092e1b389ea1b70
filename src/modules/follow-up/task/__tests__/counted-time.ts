import type { BusinessCalendar } from "../../../../business-time"

/** A stretch that has run, in the hours that were kept when it ended. */
type Stretch = { from: Date; until: Date; calendar: BusinessCalendar }

/**
 * Counts the business time in which a task's clock ran, beside the task: not
 * while the task waited or was closed, and a wait ends at its time whether or
 * not anything noticed. Time that ran before a pause was counted in the hours
 * that were kept then. Knows nothing of deadlines.
 */
export class CountedTime {
  private readonly stretches: Stretch[] = []
  private counted_ms = 0
  private since: Date | null
  private paused_until: Date | null = null

  constructor(
    start: Date,
    public calendar: BusinessCalendar
  ) {
    this.since = start
  }

  /** Another one, as it is now. */
  copy(): CountedTime {
    const copy = new CountedTime(new Date(0), this.calendar)
    copy.stretches.push(...this.stretches)
    copy.counted_ms = this.counted_ms
    copy.since = this.since
    copy.paused_until = this.paused_until
    return copy
  }

  /** Milliseconds that have run by a moment that is no earlier than the last. */
  at(now: Date): number {
    const from = this.since ?? this.paused_until
    return from && from < now
      ? this.counted_ms + Math.round(this.calendar.between(from, now) * 1000)
      : this.counted_ms
  }

  /** Milliseconds that had run by a moment, however long ago. */
  usedBy(moment: Date): number {
    return this.stretchesBy(moment)
      .map(({ from, until, calendar }) =>
        Math.round(
          calendar.between(from, until < moment ? until : moment) * 1000
        )
      )
      .reduce((sum, counted) => sum + counted, 0)
  }

  /** Whether the clock ran up to a moment, or stood still by then. */
  ranUpTo(moment: Date): boolean {
    const last = this.stretchesBy(moment).at(-1)
    return last !== undefined && moment <= last.until
  }

  /** @param until - null: until something else happens */
  pause(now: Date, until: Date | null): void {
    const from = this.since ?? this.paused_until
    if (from && from < now) {
      this.stretches.push({ from, until: now, calendar: this.calendar })
    }
    this.counted_ms = this.at(now)
    this.since = null
    this.paused_until = until
  }

  goOn(now: Date): void {
    const { paused_until } = this
    this.since ??= paused_until && paused_until < now ? paused_until : now
  }
  /** Those that began before a moment; the last one may run on. */
  private stretchesBy(moment: Date): Stretch[] {
    const { since, paused_until, calendar } = this
    const from = since ?? paused_until
    return [
      ...this.stretches,
      ...(from ? [{ from, until: FOREVER, calendar }] : []),
    ].filter(({ from }) => from < moment)
  }
}

const FOREVER = new Date(8_640_000_000_000_000)
