import type {
  CalendarDefinition,
  CalendarException,
} from "../../../../business-time"
import type { CalendarScope } from "../../../../modules/follow-up"
import type { Instant } from "../types"

export type { CalendarDefinition, CalendarException, CalendarScope }

/** A record of the shop that a rule refers to. */
export type AdminFollowUpReference = { id: string; name: string }

export type AdminFollowUpCalendarBinding = {
  id: string
  scope: CalendarScope
  /** The id of a sales channel, stock location or region, or a task type. */
  reference_id: string
  /** Its name; for a task type, the type itself. */
  reference_name: string
}

export type AdminFollowUpCalendar = {
  id: string
  name: string
  /** Applies wherever no other calendar does. There is exactly one. */
  is_default: boolean
  /** `false`: its hours still come from `medusa-config.ts`. */
  is_edited: boolean
  /** Increases with each change of the hours. */
  version: number
  definition: CalendarDefinition
  bindings: AdminFollowUpCalendarBinding[]
  /** Playbooks that use it: it can then be deleted only with a replacement. */
  playbooks: AdminFollowUpReference[]
  active_tasks: number
  is_open: boolean
  /** When `is_open` changes; null if it does not within a year. */
  next_change_at: Instant | null
  created_at: Instant
  updated_at: Instant
}

/** `GET /admin/follow-ups/calendars`, the default one first. */
export type AdminFollowUpCalendarListResponse = {
  calendars: AdminFollowUpCalendar[]
  count: number
  limit: number
  offset: number
  now: Instant
}

/** `GET`, and the response to every change. */
export type AdminFollowUpCalendarResponse = {
  calendar: AdminFollowUpCalendar
  now: Instant
}

/** `POST /admin/follow-ups/calendars` */
export type AdminCreateFollowUpCalendar = {
  name: string
  definition: CalendarDefinition
}

/**
 * `POST /admin/follow-ups/calendars/:id`. With `?dry_run=true` nothing is
 * changed, and the response is an `AdminFollowUpDryRunResponse`.
 */
export type AdminUpdateFollowUpCalendar = {
  name?: string
  definition?: CalendarDefinition
  /** Makes it the default calendar. Only `true` is accepted. */
  is_default?: true
  /** Replaces all of its bindings. */
  bindings?: { scope: CalendarScope; reference_id: string }[]
  /**
   * The version that was edited; refused if it is no longer the current one.
   */
  version?: number
}

/**
 * `DELETE /admin/follow-ups/calendars/:id?replace_with=…`. Everything that
 * depends on it moves to the replacement; `?dry_run=true` as above.
 */
export type AdminFollowUpCalendarDeleteResponse = {
  id: string
  object: "follow_up_calendar"
  deleted: true
}

/** `POST /admin/follow-ups/calendars/preview`: the next six weeks, unsaved. */
export type AdminPreviewFollowUpCalendar = { definition: CalendarDefinition }

export type AdminFollowUpCalendarPreviewResponse = {
  preview: {
    time_zone: string
    /** The start of today, in the calendar's time zone. */
    from: Instant
    /** The start of the same weekday six weeks later. */
    to: Instant
    windows: { start: Instant; end: Instant }[]
    /** Open hours in those six weeks. */
    hours: number
    /** The exceptions in that period. */
    exceptions: CalendarException[]
  }
  now: Instant
}

/** `GET /admin/follow-ups/calendars/holidays?country=bg&year=2026&locale=bg` */
export type AdminFollowUpHolidaysResponse = {
  holidays: {
    /** Local date, YYYY-MM-DD. */
    date: string
    name: string
    /** `public` is a day off by law; the others are only suggestions. */
    kind: "public" | "bank" | "optional" | "school" | "observance"
  }[]
  /**
   * When they were last compared with the law, YYYY-MM-DD: what was decided
   * later is not in them.
   */
  as_of: string
  /**
   * The last year for which they have the days off that the government moves
   * every year; null where it moves none, or where that is not known.
   */
  decreed_until: number | null
  /**
   * The law by which public holidays are working days for now, as of `as_of`;
   * null where they are days off.
   */
  worked_by: string | null
}

/**
 * `GET /admin/follow-ups/calendars/holiday-countries?locale=bg&time_zone=…`
 */
export type AdminFollowUpHolidayCountriesResponse = {
  /**
   * The country to begin with: that of the time zone, if it is of only one,
   * otherwise the shop's; null if there is none.
   */
  country: string | null
  countries: {
    /** ISO 3166-1 alpha-2, lower case. */
    code: string
    name: string
    /** States or provinces with holidays of their own. */
    states: { code: string; name: string }[]
  }[]
}

/**
 * `GET /admin/follow-ups/calendars/applying?type=…&sales_channel_id=…`: which
 * calendar a task would run under, and which rules were tried first. Without
 * `playbook_id`, the response is for orders that match no playbook's
 * conditions.
 */
export type AdminFollowUpApplyingCalendarResponse = {
  applying: {
    calendar: AdminFollowUpReference
    because: "playbook" | CalendarScope | "default"
    /**
     * The rules in the order in which they were tried; the last one matched.
     */
    asked: {
      rule: "playbook" | CalendarScope | "default"
      /** The playbook, channel, location, region or type, if there is one. */
      reference: AdminFollowUpReference | null
      fits: boolean
    }[]
    /**
     * Playbooks that are tried before that one: orders that match them run
     * under the playbook's own calendar. Empty if `playbook_id` was given.
     */
    own_calendars: {
      playbook: AdminFollowUpReference
      calendar: AdminFollowUpReference
    }[]
  }
}

/** What a rule change would do to open and waiting tasks. */
export type AdminFollowUpDryRun = {
  /**
   * Those that the change is about: of a playbook, the tasks that run under it.
   */
  active_tasks: number
  /** Tasks with a deadline, or an end of their wait, that would move. */
  moved: number
  /** Tasks whose response target would be past at once. */
  miss_target: number
  become_late: number
  stop_being_late: number
  /**
   * At most ten, those that change between late and on time first. Only tasks
   * that the caller may see.
   */
  examples: {
    follow_up: {
      id: string
      type: string
      order_display_id: number | null
      customer_name: string | null
    }
    /** What moves: a deadline, or the end of a wait. */
    deadline:
      | "response_target"
      | "response_limit"
      | "resolution_limit"
      | "waiting_until"
    before: Instant | null
    after: Instant | null
    becomes: "late" | "on_time" | null
  }[]
}

export type AdminFollowUpDryRunResponse = {
  dry_run: AdminFollowUpDryRun
  now: Instant
}
