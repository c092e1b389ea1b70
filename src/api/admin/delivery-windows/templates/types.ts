import type { Label } from "../../../../desk/kind"
import type { Instant } from "../../follow-ups/types"

/** A local date: `2026-12-24`. */
export type LocalDate = string

/** A record of the shop by its name. */
export type AdminNamed = { id: string; name: string }

/** What delivery windows are made of, from day to day. */
export type AdminDeliveryWindowTemplate = AdminSaveDeliveryWindowTemplate & {
  id: string
  /** Null: the template names no zone, or it is gone. */
  service_zone: AdminNamed | null
  /** Those of `shipping_option_ids` that are still there. */
  shipping_options: AdminNamed[]
}

/** `POST /admin/delivery-windows/templates` and `…/:id` */
export type AdminSaveDeliveryWindowTemplate = {
  name: string
  /** 1 is Monday, 7 Sunday; those on which it starts. */
  weekdays: number[]
  /** `14:00`, local. */
  starts_at: string
  /** `16:00` or `24:00`, local; at or before the start it is the next day. */
  ends_at: string
  /** An IANA time zone. */
  time_zone: string
  service_zone_id: string | null
  /** Empty: every option of the zone. */
  shipping_option_ids: string[]
  /** At least 1. */
  capacity: number
  /** What the capacity counts: `orders`, `items` or one of the shop's own. */
  capacity_unit: string
  /** Business minutes before the start until which it may be booked. */
  cut_off_minutes: number
  /** Minutes of any kind that a booking must be ahead of the start. */
  lead_minutes: number
  valid_from: LocalDate | null
  /** The last day on which it starts. */
  valid_to: LocalDate | null
  is_on: boolean
}

/** `GET /admin/delivery-windows/templates` */
export type AdminDeliveryWindowTemplateListResponse = {
  templates: AdminDeliveryWindowTemplate[]
  count: number
  limit: number
  offset: number
}

/** The response to every change of a template or an exception. */
export type AdminDeliveryWindowChangeResponse = {
  id: string
  /**
   * Bookings that the windows no longer have places for. Nobody loses theirs:
   * each of these customers is to be called.
   */
  over: { booking_id: string; order_id: string | null }[]
}

/**
 * With `?dry_run=true`, the response to a change that is not made: the bookings
 * that there would be no places for any more, the last booked first. Each would
 * keep its place, and its customer be called.
 */
export type AdminDeliveryWindowDryRunResponse = {
  dry_run: {
    count: number
    /** Null without `delivery_window:read`. */
    over:
      | {
          booking_id: string
          /** Null while a cart holds the place. */
          order_id: string | null
          display_id: number | null
        }[]
      | null
  }
}

/** `GET /admin/delivery-windows/templates/vocabulary` */
export type AdminDeliveryWindowVocabularyResponse = {
  capacity_units: { unit: string; label: Label }[]
  service_zones: (AdminNamed & { shipping_options: AdminNamed[] })[]
  /** That of the business calendar in which the cut-off is counted. */
  time_zone: string
}

/** A date on which templates do not apply as they stand. */
export type AdminDeliveryWindowException =
  Required<AdminSaveDeliveryWindowException> & {
    id: string
    /** Bookings of its windows that day which are over the capacity now. */
    over: number
  }

/** `POST /admin/delivery-windows/exceptions` and `…/:id` */
export type AdminSaveDeliveryWindowException = {
  date: LocalDate
  /** Null, if omitted: all templates. */
  template_id?: string | null
  /** An extra window has the template's terms and its own hours. */
  kind: "closed" | "capacity" | "extra"
  /**
   * At least 1. Of `capacity`, and of `extra` if it differs from the template's;
   * what a kind does not have may be omitted, and is not kept.
   */
  capacity?: number | null
  /** Of `extra`. */
  starts_at?: string | null
  ends_at?: string | null
  label?: string
}

/** `GET /admin/delivery-windows/exceptions`, from today or `from` on. */
export type AdminDeliveryWindowExceptionListResponse = {
  exceptions: AdminDeliveryWindowException[]
  count: number
  limit: number
  offset: number
}

/** A span of local time in which a courier comes. */
export type AdminPlannedWindow = {
  id: string
  template_id: string
  /** That of its template. */
  name: string
  /** Its service zone, or else its shipping options, by name. */
  place: string
  local_date: LocalDate
  local_start: string
  local_end: string
  time_zone: string
  starts_at: Instant
  ends_at: Instant
  capacity: number
  capacity_unit: string
  booked: number
  /** Its bookings that are over the capacity, each with somebody to call. */
  over: number
  is_closed: boolean
}

/**
 * `GET /admin/delivery-windows/calendar?from=2026-12-01&days=28`: whole weeks,
 * from the Monday before `from` on; from this week without it. `days` is 1 to
 * 92; there are windows up to 400 days ahead.
 */
export type AdminDeliveryWindowCalendarResponse = {
  from: LocalDate
  to: LocalDate
  windows: AdminPlannedWindow[]
  /** The local date now. */
  today: LocalDate
  time_zone: string
  now: Instant
}
