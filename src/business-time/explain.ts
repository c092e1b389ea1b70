import { moved } from "./arithmetic"
import { type ClosedSpan, closedSpans } from "./closed-reasons"
import type { ExplainedSpan, Explanation } from "./explanation"
import type { OpenWindow } from "./open-windows"
import type { Schedule } from "./schedule"
import type { Timeline } from "./timeline"

/** Both arguments in milliseconds. */
export function explained(
  schedule: Schedule,
  timeline: Timeline,
  start: number,
  duration: number
): Explanation {
  const end = moved(timeline, start, duration)
  const from = Math.min(start, end)
  const to = Math.max(start, end)
  const windows = timeline.covering(to).windows(from, to)
  const closed = closedSpans(schedule, windows, from, to)
  return {
    time_zone: schedule.time_zone,
    start: iso(start),
    seconds: duration / 1000,
    end: iso(end),
    spans: inOrder(windows, closed),
  }
}

function inOrder(
  windows: readonly OpenWindow[],
  closed: readonly ClosedSpan[]
): ExplainedSpan[] {
  return [
    ...windows.map(({ open, close }) => ({
      type: "open" as const,
      ...between(open, close),
    })),
    ...closed.map(({ start, end, reason }) => ({
      type: "closed" as const,
      ...between(start, end),
      reason,
    })),
    // ISO instants from 1900 to 2199 sort correctly as strings.
  ].sort((a, b) => (a.start < b.start ? -1 : 1))
}

function between(start: number, end: number) {
  return { start: iso(start), end: iso(end), seconds: (end - start) / 1000 }
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
