import type { BusinessCalendar } from "../../../business-time"

/**
 * Counts the business time in which a task's clock ran, beside the task: not
 * while the task waited or was closed, and a wait ends at its time whether or
 * not anything noticed. Time that ran before a pause was counted in the hours
 * that were kept then. Knows nothing of deadlines.
 */
export class CountedTime {
  private counted_ms = 0
  private since: Date | null
  private paused_until: Date | null = null

  constructor(
    start: Date,
    public calendar: BusinessCalendar
  ) {
    this.since = start
  }

  /** Milliseconds that have run by a moment that is no earlier than the last. */
  at(now: Date): number {
    const from = this.since ?? this.paused_until
    return from && from < now
      ? this.counted_ms + Math.round(this.calendar.between(from, now) * 1000)
      : this.counted_ms
  }

  /** @param until - null: until something else happens */
  pause(now: Date, until: Date | null): void {
    this.counted_ms = this.at(now)
    this.since = null
    this.paused_until = until
  }

  goOn(now: Date): void {
    const { paused_until } = this
    this.since ??= paused_until && paused_until < now ? paused_until : now
  }
}
