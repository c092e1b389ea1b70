import type { Clock } from "../../src/clock"

/** Real time, until a test sets it. Once set, the clock stands still. */
export class MovableClock implements Clock {
  private stopped_at: Date | null = null

  now(): Date {
    return new Date(this.stopped_at ?? Date.now())
  }

  ahead_ms(): number {
    return this.stopped_at ? this.stopped_at.getTime() - Date.now() : 0
  }

  set(instant: Date | string): void {
    this.stopped_at = new Date(instant)
  }

  advance(minutes: number): void {
    this.set(new Date(this.now().getTime() + minutes * 60_000))
  }

  runFreely(): void {
    this.stopped_at = null
  }
}
