/** A span of time on one date in which a courier comes, with a capacity. */
export type Window = {
  id: string
  template_id: string
  /** The local date on which it starts: `2026-11-27`. */
  local_date: string
  /** `14:00` */
  local_start: string
  local_end: string
  time_zone: string
  starts_at: Date
  ends_at: Date
  /** From then on it takes no bookings. */
  cut_off_at: Date
  /** The least time from a booking to the start, in minutes. */
  lead_minutes: number
  service_zone_id: string | null
  /** Empty: every option of the service zone. */
  shipping_option_ids: string[]
  /** In `capacity_unit`, as is `booked`. */
  capacity: number
  capacity_unit: string
  /** Units of its active bookings. */
  booked: number
  /** It takes no new bookings; those that it has stand. */
  is_closed: boolean
}

/** A window as it is planned, before it is written. */
export type PlannedWindow = Omit<Window, "id" | "booked">

/** A window that may be booked, with the units that are free. */
export type OpenWindow = Window & { free: number }

/** `taken` also counts what was delivered or missed. */
export type UsedWindow = Window & { taken: number }
