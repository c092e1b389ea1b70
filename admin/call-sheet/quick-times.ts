import { fromWallClock, toWallClock } from "../clock/from-wall-clock"
import { localTime } from "./local-time"

/** A preset time with a key. */
export type QuickTime =
  | { kind: "minutes"; minutes: number; at: Date }
  | { kind: "hours"; hours: number; at: Date }
  | { kind: "timeOfDay"; at: Date }

/** People are at work by then, and can still plan the day. */
const MORNING = "10:00"
const TIMES_OF_DAY = [MORNING, "14:00", "18:00"]

/** One for each key, at any hour. */
const COUNT = 5

/** Somewhere a day's calling hours have one of the times of a day. */
const DAYS = 6

/**
 * Presets for calling back, none of them outside the customer's calling hours:
 * soon, and tomorrow morning. At night, later ones take the place of the soon.
 *
 * @param zonesThere - those in which the customer may be; empty if unknown
 */
export function callBackTimes(
  now: number,
  timeZone: string,
  zonesThere: readonly string[]
): QuickTime[] {
  const isOutside = (at: number) => localTime(zonesThere, at)?.outside === "yes"
  const soon = [
    inMinutes(now, 15),
    inMinutes(now, 30),
    inHours(now, 1),
    inHours(now, 3),
  ].filter(({ at }) => !isOutside(at.getTime()))
  const last = soon.at(-1)?.at.getTime() ?? now
  // Before the calling hours begin, today is still to come.
  const firstDay = isOutside(now) ? 0 : 1
  const later = Array.from({ length: DAYS }, (_, index) => firstDay + index)
    .flatMap((days) =>
      TIMES_OF_DAY.flatMap((time) => timeOfDay(now, timeZone, days, time))
    )
    .filter(({ at }) => at.getTime() > last && !isOutside(at.getTime()))
  return [...soon, ...later.slice(0, COUNT - soon.length)]
}

/** Presets for waiting for an answer. */
export function waitTimes(now: number, timeZone: string): QuickTime[] {
  return [
    inHours(now, 1),
    inHours(now, 3),
    ...timeOfDay(now, timeZone, 1, MORNING),
    ...timeOfDay(now, timeZone, 2, MORNING),
  ]
}

function inMinutes(now: number, minutes: number): QuickTime {
  return { kind: "minutes", minutes, at: new Date(now + minutes * 60_000) }
}

function inHours(now: number, hours: number): QuickTime {
  return { kind: "hours", hours, at: new Date(now + hours * 3_600_000) }
}

/** This time of the day that is `days` from today, in `timeZone`. */
function timeOfDay(
  now: number,
  timeZone: string,
  days: number,
  time: string
): QuickTime[] {
  const today = Date.parse(`${toWallClock(now, timeZone).slice(0, 10)}T00:00Z`)
  const date = new Date(today + days * 86_400_000).toISOString().slice(0, 10)
  const at = fromWallClock(`${date}T${time}`, timeZone)
  return at ? [{ kind: "timeOfDay", at }] : []
}
