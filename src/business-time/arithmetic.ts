import type { Timeline } from "./timeline"

/**
 * `at` itself if open, else the next opening. `field` is the name of the
 * argument `at`.
 */
export function openingFrom(
  timeline: Timeline,
  at: number,
  field: string
): number {
  let range = timeline.covering(at)
  if (range.isOpen(at)) return at
  for (;;) {
    const opening = range.openingAfter(at)
    if (opening !== undefined) return opening
    range = timeline.laterThan(range, field)
  }
}

/**
 * The instant `duration` milliseconds of open time after `start`, or before it
 * if negative.
 */
export function moved(
  timeline: Timeline,
  start: number,
  duration: number
): number {
  if (duration === 0) return openingFrom(timeline, start, "start")
  let range = timeline.covering(start)
  const target = range.openTimeAt(start) + duration
  if (duration > 0) {
    while (target > range.openTimeAtEnd) {
      range = timeline.laterThan(range, "seconds")
    }
    return range.firstInstantAt(target)
  }
  while (target < range.openTimeAtStart) {
    range = timeline.earlierThan(range, "seconds")
  }
  return range.lastInstantAt(target)
}

/** Open milliseconds from `start` to `end`; negative if `end` is earlier. */
export function elapsed(
  timeline: Timeline,
  start: number,
  end: number
): number {
  timeline.covering(start)
  // Growing the range to cover the end keeps the start covered.
  const range = timeline.covering(end)
  return range.openTimeAt(end) - range.openTimeAt(start)
}
