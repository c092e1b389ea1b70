import { wallClock } from "./zoned"

/** A moment relative to today, for a short text. */
export type NearDate =
  | { kind: "today" | "tomorrow" | "yesterday"; time: string }
  /** Within six days: the weekday is enough. */
  | { kind: "weekday"; time: string; at: number }
  | { kind: "date"; time: string; at: number }

export function nearDate(at: number, now: number, timeZone: string): NearDate {
  const then = wallClock(at, timeZone) ?? wallClock(at, "UTC")
  const today = wallClock(now, timeZone) ?? wallClock(now, "UTC")
  const time = then?.time ?? ""
  const days = (then?.day ?? 0) - (today?.day ?? 0)
  if (days === 0) {
    return { kind: "today", time }
  }
  if (days === 1) {
    return { kind: "tomorrow", time }
  }
  if (days === -1) {
    return { kind: "yesterday", time }
  }
  return { kind: Math.abs(days) < 7 ? "weekday" : "date", time, at }
}
