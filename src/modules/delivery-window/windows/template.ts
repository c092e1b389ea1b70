/** What windows are made from, week after week. */
export type Template = {
  id: string
  name: string
  /** From 1, Monday, to 7, Sunday. */
  weekdays: number[]
  /** Local, `14:00`. */
  starts_at: string
  /** Local; `24:00` is allowed, and at or before the start is the next day. */
  ends_at: string
  /** IANA. */
  time_zone: string
  /** Null: the shipping options alone say where. */
  service_zone_id: string | null
  /** Empty: every option of the service zone. */
  shipping_option_ids: string[]
  /** How many units a window takes. */
  capacity: number
  /** `orders`, `items`, or one that the shop has registered. */
  capacity_unit: string
  /** How long before the start bookings end, in business minutes. */
  cut_off_minutes: number
  /** The least time from a booking to the start, in plain minutes. */
  lead_minutes: number
  /** The first and the last date; null: without end. */
  valid_from: string | null
  valid_to: string | null
  is_on: boolean
}

/** The end of a day has one name: a window to 00:00 is one to 24:00. */
export function closingTime<TTime extends string | null>(
  ends_at: TTime
): TTime | "24:00" {
  return ends_at === "00:00" ? "24:00" : ends_at
}

/** A date on which windows are not the usual ones. */
export type Exception = {
  id: string
  /** `2026-12-25` */
  date: string
  /** Null: every template; an extra window needs one. */
  template_id: string | null
  kind: "closed" | "capacity" | "extra"
  /** Of the day's windows, or of the extra one; null there: the template's. */
  capacity: number | null
  /** Of the extra window. */
  starts_at: string | null
  ends_at: string | null
  label: string
}
