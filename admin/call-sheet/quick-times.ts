import { fromWallClock, toWallClock } from "../clock/from-wall-clock"

/** A preset time with a key. */
export type QuickTime =
  | { kind: "minutes"; minutes: number; at: Date }
  | { kind: "hours"; hours: number; at: Date }
  | { kind: "morning"; at: Date }

/** People are at work by then, and can still plan the day. */
const MORNING = "10:00"

/** Presets for calling back. */
export function callBackTimes(now: number, timeZone: string): QuickTime[] {
  return [
    inMinutes(now, 15),
    inMinutes(now, 30),
    inHours(now, 1),
    inHours(now, 3),
    ...mornings(now, timeZone, 1),
  ]
}

/** Presets for waiting for an answer. */
export function waitTimes(now: number, timeZone: string): QuickTime[] {
  return [
    inHours(now, 1),
    inHours(now, 3),
    ...mornings(now, timeZone, 1),
    ...mornings(now, timeZone, 2),
  ]
}

function inMinutes(now: number, minutes: number): QuickTime {
  return { kind: "minutes", minutes, at: new Date(now + minutes * 60_000) }
}

function inHours(now: number, hours: number): QuickTime {
  return { kind: "hours", hours, at: new Date(now + hours * 3_600_000) }
}

/** The morning `days` from today, in `timeZone`. */
function mornings(now: number, timeZone: string, days: number): QuickTime[] {
  const today = Date.parse(`${toWallClock(now, timeZone).slice(0, 10)}T00:00Z`)
  const date = new Date(today + days * 86_400_000).toISOString().slice(0, 10)
  const at = fromWallClock(`${date}T${MORNING}`, timeZone)
  return at ? [{ kind: "morning", at }] : []
}
