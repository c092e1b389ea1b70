import type {
  CalendarDefinition,
  CalendarException,
} from "../../../../business-time"
import type { CalendarScope } from "../../../../modules/follow-up"
import type { Instant } from "../types"

export type { CalendarDefinition, CalendarException, CalendarScope }

/** Something of the shop's that a rule names. */
export type AdminFollowUpReference = { id: string; name: string }

export type AdminFollowUpCalendarBinding = {
  id: string
  scope: CalendarScope
  /** A sales channel's, stock location's or region's id, or a task type. */
  reference_id: string
  /** Its name; a type's is the type itself. */
  reference_name: string
}

export type AdminFollowUpCalendar = {
  id: string
  name: string
  /** Applies wherever no other does. There is exactly one. */
  is_default: boolean
  /** `false`: `medusa-config.ts` still says what its hours are. */
  is_edited: boolean
  /** Counts up with each change of the hours. */
  version: number
  definition: CalendarDefinition
  bindings: AdminFollowUpCalendarBinding[]
  /** What depends on it: it can be deleted only with a replacement. */
  playbooks: AdminFollowUpReference[]
  active_tasks: number
  is_open: boolean
  /** When `is_open` changes; null where it does not within a year. */
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

/** `GET`, and the answer of every change. */
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
 * changed, and the answer is an `AdminFollowUpDryRunResponse`.
 */
export type AdminUpdateFollowUpCalendar = {
  name?: string
  definition?: CalendarDefinition
  /** Makes it the default one. Only `true` may be said. */
  is_default?: true
  /** Everything that it applies to, in place of what was. */
  bindings?: { scope: CalendarScope; reference_id: string }[]
  /** The version that was edited: refused where somebody was quicker. */
  version?: number
}

/**
 * `DELETE /admin/follow-ups/calendars/:id?replace_with=…`. What depends on it
 * moves to the replacement; `?dry_run=true` as above.
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
    /** The beginning of today, by the calendar's clock. */
    from: Instant
    /** The beginning of the same weekday in six weeks. */
    to: Instant
    windows: { start: Instant; end: Instant }[]
    /** Open hours in those six weeks. */
    hours: number
    /** The exceptions among them. */
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
    /** `public` is a day off by law; the others are suggestions at most. */
    kind: "public" | "bank" | "optional" | "school" | "observance"
  }[]
}

/** `GET /admin/follow-ups/calendars/holiday-countries?locale=bg` */
export type AdminFollowUpHolidayCountriesResponse = {
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
 * calendar a task would run under, and what was asked before it. Without
 * `playbook_id` it is the one for orders that no playbook's conditions pick out.
 */
export type AdminFollowUpApplyingCalendarResponse = {
  applying: {
    calendar: AdminFollowUpReference
    because: "playbook" | CalendarScope | "default"
    /** The rules in the order in which they are asked, up to the one that fits. */
    asked: {
      rule: "playbook" | CalendarScope | "default"
      /** The playbook, channel, location, region or type, where there is one. */
      reference: AdminFollowUpReference | null
      fits: boolean
    }[]
    /**
     * Playbooks that are asked before that one: orders that they match run under
     * a calendar of their own. None where `playbook_id` was given.
     */
    own_calendars: {
      playbook: AdminFollowUpReference
      calendar: AdminFollowUpReference
    }[]
  }
}

/** What a change of the rules would do to the tasks that are open or waiting. */
export type AdminFollowUpDryRun = {
  active_tasks: number
  /** Tasks of which a deadline moves, or when they come back from a wait. */
  moved: number
  become_late: number
  stop_being_late: number
  /**
   * Up to ten, those that change between late and on time first; only tasks
   * that the asker may see.
   */
  examples: {
    follow_up: {
      id: string
      type: string
      order_display_id: number | null
      customer_name: string | null
    }
    /** What moves: a deadline, or when a waiting task comes back. */
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
