import { CalendarError } from "./calendar-error"
import { fieldName, filled } from "./filled"

/** The possible errors in a definition. `filled` explains `{was}`. */
export const DEFINITION_PROBLEMS = {
  not_a_calendar:
    "{field}: is {was}; a calendar is an object with time_zone, weekly and exceptions",
  unknown_time_zone:
    '{field}: is {was}; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"',
  not_a_week:
    '{field}: is {was}; it may be an object such as { "monday": [["09:00","18:00"]] }',
  unknown_weekday: "{field}: is not a weekday; weekdays are written {weekdays}",
  not_a_list_of_exceptions:
    '{field}: is {was}; it may be a list such as [{ "date": "2026-12-25", "windows": [], "label": "Christmas" }]',
  not_an_exception:
    "{field}: is {was}; an exception is an object with date, windows and label",
  exception_date_taken:
    "{field}: is {was}, as is that of {first}; a date may have one exception",
  not_a_date:
    "{field}: is {was}; it may be a date that exists, written YYYY-MM-DD",
  date_out_of_range: "{field}: is {was}; it may be a date {range}",
  not_a_label: "{field}: is {was}; it may be a text or null",
  not_a_list_of_windows:
    '{field}: is {was}; it may be a list of windows such as [["09:00","18:00"]], or [] for a day without any',
  too_many_windows:
    "{field}: has {count} windows; a day may have at most {max}",
  not_a_window:
    '{field}: is {was}; a window is a start and an end such as ["09:00","18:00"]',
  not_an_opening_time:
    '{field}: its start is {was}; a time is written HH:MM, here from "00:00" to "23:59"',
  not_a_closing_time:
    '{field}: its end is {was}; a time is written HH:MM, here from "00:00" to "24:00"',
  never_opens:
    "{field}: has no windows, and no exception has one that exists either, so the calendar would never open; it may have a window on one weekday at least",
} as const

export type DefinitionProblem = keyof typeof DEFINITION_PROBLEMS

export type DefinitionPath = readonly (string | number)[]

/** An error in a definition, as data for a UI to put into words. */
export class DefinitionError extends CalendarError {
  constructor(
    readonly problem: DefinitionProblem,
    /** The path to the invalid value; empty for the definition itself. */
    readonly path: DefinitionPath,
    readonly values: Readonly<Record<string, unknown>>
  ) {
    const field = fieldName(path) || "definition"
    super(
      problem === "never_opens" ? "never_opens" : "invalid_definition",
      field,
      filled(DEFINITION_PROBLEMS[problem], { ...values, field })
    )
  }
}
