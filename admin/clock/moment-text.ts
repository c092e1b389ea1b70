import type { Text } from "../i18n/use-text"
import { nearDate, type NearDate } from "./near-date"

/**
 * A moment in as few words as possible, relative to today.
 *
 * @param style - `at`: within a sentence (`at 09:00`, `tomorrow at 09:00`);
 *   `when`: on its own (`09:00`, `tomorrow, 09:00`)
 */
export function momentText(
  t: Text,
  style: "at" | "when",
  at: number,
  now: number,
  timeZone: string
): string {
  const near = nearDate(at, now, timeZone)
  return t(`time.${style}.${near.kind}`, {
    time: near.time,
    day: dayText(near, t.locale, timeZone),
    // Ukrainian uses "об" before 11:00 and "о" before other hours.
    context: near.time.startsWith("11") ? "eleven" : "",
  })
}

/**
 * The full date and time, not relative to today.
 *
 * @param withYear - for times that may be in another year
 */
export function exactMoment(
  t: Text,
  at: number,
  timeZone: string,
  withYear = false
): string {
  return format(t.locale, timeZone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(withYear && { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at)
}

/** The date with its year, without the time. */
export function dateText(t: Text, at: number, timeZone: string): string {
  return format(t.locale, timeZone, {
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(at)
}

function dayText(near: NearDate, locale: string, timeZone: string): string {
  switch (near.kind) {
    case "weekday":
      return format(locale, timeZone, { weekday: "short" }).format(near.at)
    case "date":
      return format(locale, timeZone, {
        day: "numeric",
        month: "short",
      }).format(near.at)
    default:
      return ""
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) {
    return known
  }
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formats.set(key, made)
  return made
}
