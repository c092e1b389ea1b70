import {
  WEEKDAYS,
  type CalendarDefinition,
} from "../../../src/business-time/definition"
import type {
  AdminFollowUpCalendar,
  AdminUpdateFollowUpCalendar,
  CalendarScope,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { isOpenDay, OFFICE_WEEK, type Week, weekOf, type Windows } from "./week"

export type ExceptionDraft = {
  /** Local date, YYYY-MM-DD; each at most once. */
  date: string
  label: string
  windows: Windows
}

export type BindingDraft = { scope: CalendarScope; reference_id: string }

/** A calendar while somebody edits it: its times may be half typed. */
export type CalendarDraft = {
  name: string
  time_zone: string
  week: Week
  /** By date. */
  exceptions: readonly ExceptionDraft[]
  bindings: readonly BindingDraft[]
}

export function newDraft(time_zone: string): CalendarDraft {
  return {
    name: "",
    time_zone,
    week: OFFICE_WEEK,
    exceptions: [],
    bindings: [],
  }
}

export function draftOf(calendar: AdminFollowUpCalendar): CalendarDraft {
  const { definition } = calendar
  return {
    name: calendar.name,
    time_zone: definition.time_zone,
    week: weekOf((day) => definition.weekly[day] ?? []),
    exceptions: byDate(
      (definition.exceptions ?? []).map(({ date, label, windows }) => ({
        date,
        label: label ?? "",
        windows,
      }))
    ),
    bindings: calendar.bindings.map(({ scope, reference_id }) => ({
      scope,
      reference_id,
    })),
  }
}

export function definitionOf(
  draft: Pick<CalendarDraft, "time_zone" | "week" | "exceptions">
): CalendarDefinition {
  return {
    time_zone: draft.time_zone,
    weekly: Object.fromEntries(
      WEEKDAYS.filter((day) => isOpenDay(draft.week[day])).map((day) => [
        day,
        draft.week[day],
      ])
    ),
    exceptions: draft.exceptions.map(({ date, label, windows }) => ({
      date,
      windows,
      label: label.trim() || null,
    })),
  }
}

/** What has to be sent so that `calendar` becomes `draft`; null for nothing. */
export function changesTo(
  calendar: AdminFollowUpCalendar,
  draft: CalendarDraft
): AdminUpdateFollowUpCalendar | null {
  const was = draftOf(calendar)
  const changes: AdminUpdateFollowUpCalendar = {}
  if (draft.name.trim() !== was.name) {
    changes.name = draft.name.trim()
  }
  if (!same(definitionOf(draft), definitionOf(was))) {
    changes.definition = definitionOf(draft)
  }
  if (!same(named(draft.bindings), named(was.bindings))) {
    changes.bindings = [...draft.bindings]
  }
  return Object.keys(changes).length > 0
    ? { ...changes, version: calendar.version }
    : null
}

export function byDate(
  exceptions: readonly ExceptionDraft[]
): ExceptionDraft[] {
  return [...exceptions].sort((a, b) => a.date.localeCompare(b.date))
}

export function isBound(
  bindings: readonly BindingDraft[],
  { scope, reference_id }: BindingDraft
): boolean {
  return bindings.some(
    (binding) =>
      binding.scope === scope && binding.reference_id === reference_id
  )
}

/** In an order of their own: what binds a calendar is a set. */
function named(bindings: readonly BindingDraft[]): string[] {
  return bindings
    .map(({ scope, reference_id }) => `${scope} ${reference_id}`)
    .sort()
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
