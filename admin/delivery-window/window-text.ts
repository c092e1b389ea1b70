import {
  localDate,
  dateWords,
  dayNumber,
} from "../settings/calendars/local-day"
import type { Text } from "../i18n/use-text"

type Hours = { local_start: string; local_end: string }

type OnDate = { local_date: string; time_zone: string }

/** `14:00–16:00` */
export const hoursText = ({ local_start, local_end }: Hours) =>
  `${local_start}–${local_end}`

/** The day of a window in as few words as possible: `today`, `Tue, Dec 2`. */
export function dayText(
  t: Text,
  { local_date, time_zone }: OnDate,
  now: number
): string {
  const ahead = dayNumber(local_date) - dayNumber(localDate(now, time_zone))
  return ahead === 0 || ahead === 1
    ? t(ahead === 0 ? "delivery.today" : "delivery.tomorrow")
    : dateText(t, local_date)
}

/** `Tue, Dec 2` */
export const dateText = (t: Text, date: string) =>
  dateWords(date, t.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
  })

/** `today, 14:00–16:00` */
export const windowText = (t: Text, window: Hours & OnDate, now: number) =>
  `${dayText(t, window, now)}, ${hoursText(window)}`
