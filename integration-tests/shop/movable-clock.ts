import type { Clock } from "../../src/clock"

/** Real time, until a test sets it. A set clock stands still. */
export class MovableClock implements Clock {
  private stopped_at: Date | null = null

  now(): Date {
    return new Date(this.stopped_at ?? Date.now())
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
