import type { AdminDeliveryBooking } from "../../src/api/admin/delivery-windows/types"
import { momentText } from "../clock/moment-text"
import {
  localDate,
  dateWords,
  dayNumber,
} from "../settings/calendars/local-day"
import { zoneName } from "../clock/zone-name"
import { showsSameTime } from "../clock/zoned"
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

type Shown = { place: string; starts_at: string; time_zone: string }

/**
 * Tells windows of the same hours apart: by where they deliver to, if that is
 * not the same for all, and by their time zone, if any has another time than the
 * desk's. Empty if nothing has to be said.
 *
 * @param deskZone - the time zone of the desk's calendar
 * @example apartBy(t, windows, "Europe/Kyiv")(window) // "Bulgaria · Germany Time"
 */
export function apartBy(
  t: Text,
  windows: readonly Shown[],
  deskZone: string
): (window: Shown) => string {
  const hasPlaces = new Set(windows.map(({ place }) => place)).size > 1
  const hasZones = windows.some((window) => isElsewhere(window, deskZone))
  return ({ place, time_zone }) =>
    [
      ...(hasPlaces && place !== "" ? [place] : []),
      ...(hasZones ? [zoneText(t, time_zone)] : []),
    ].join(" · ")
}

/** Whether a window's clock shows another time than that of a zone. */
export const isElsewhere = (
  { starts_at, time_zone }: Pick<Shown, "starts_at" | "time_zone">,
  zone: string
): boolean => !showsSameTime(time_zone, zone, Date.parse(starts_at))

/** `Ukraine Time`, `час: Україна` */
export const zoneText = (t: Text, timeZone: string): string =>
  t("delivery.zone", { zone: zoneName(timeZone, t.locale) })

type Expected = Pick<AdminDeliveryBooking, "expected_at"> & {
  window: Pick<AdminDeliveryBooking["window"], "ends_at" | "time_zone">
}

/** `Expected at 16:25, 25 min late` */
export function lateText(
  t: Text,
  { expected_at, window }: Expected,
  now: number
): string {
  const at = Date.parse(expected_at ?? "")
  const time = momentText(t, "at", at, now, window.time_zone)
  // The time is told without its seconds.
  const late = Math.floor((at - Date.parse(window.ends_at)) / 60_000)
  return late > 0
    ? t("delivery.expectedLate", { time, minutes: late })
    : t("delivery.expected", { time })
}
