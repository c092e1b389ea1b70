import type { Weekday } from "../../../src/business-time/definition"
import {
  byDate,
  type BindingDraft,
  type CalendarDraft,
  type ExceptionDraft,
} from "./draft"
import { copyDay, type Week, type Windows } from "./week"

export type Edit =
  | { what: "name"; name: string }
  | { what: "time_zone"; time_zone: string }
  | { what: "day"; day: Weekday; windows: Windows }
  | { what: "copy"; from: Weekday; to: readonly Weekday[] }
  | { what: "week"; week: Week }
  /** Replaces those of the same dates, and the one of `instead_of`. */
  | {
      what: "exceptions"
      exceptions: readonly ExceptionDraft[]
      instead_of?: string
    }
  | { what: "without_exceptions"; dates: readonly string[] }
  | { what: "bindings"; bindings: readonly BindingDraft[] }
  | { what: "all"; draft: CalendarDraft }

export function edited(draft: CalendarDraft, edit: Edit): CalendarDraft {
  switch (edit.what) {
    case "name":
      return { ...draft, name: edit.name }
    case "time_zone":
      return { ...draft, time_zone: edit.time_zone }
    case "day":
      return { ...draft, week: { ...draft.week, [edit.day]: edit.windows } }
    case "copy":
      return { ...draft, week: copyDay(draft.week, edit.from, edit.to) }
    case "week":
      return { ...draft, week: edit.week }
    case "exceptions": {
      const replaced = [
        edit.instead_of,
        ...edit.exceptions.map(({ date }) => date),
      ]
      const kept = draft.exceptions.filter(
        ({ date }) => !replaced.includes(date)
      )
      return { ...draft, exceptions: byDate([...kept, ...edit.exceptions]) }
    }
    case "without_exceptions":
      return {
        ...draft,
        exceptions: draft.exceptions.filter(
          ({ date }) => !edit.dates.includes(date)
        ),
      }
    case "bindings":
      return { ...draft, bindings: edit.bindings }
    case "all":
      return edit.draft
  }
}
