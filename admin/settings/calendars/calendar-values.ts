import { z } from "zod"
import {
  WEEKDAYS,
  type CalendarDefinition,
} from "../../../src/business-time/definition"
import type {
  AdminFollowUpCalendar,
  AdminUpdateFollowUpCalendar,
  CalendarScope,
} from "../../../src/api/admin/follow-ups/calendars/types"
import type { Text } from "../../i18n/use-text"
import {
  hasWrongTimes,
  isOpenDay,
  neverOpens,
  OFFICE_WEEK,
  weekOf,
  type Week,
  type Windows,
} from "./week"

export type ExceptionDraft = {
  /** Local date, YYYY-MM-DD; unique. */
  date: string
  label: string
  windows: Windows
}

export type BindingDraft = { scope: CalendarScope; reference_id: string }

/** A calendar being edited: times may be incomplete. */
export type CalendarValues = {
  name: string
  time_zone: string
  week: Week
  /** Sorted by date. */
  exceptions: readonly ExceptionDraft[]
  bindings: readonly BindingDraft[]
}

/** Client-side validation of a calendar. */
export const calendarSchema = (t: Text) =>
  z.object({
    name: z.string().trim().min(1, t("settings.calendars.nameNeeded")),
    time_zone: z.string(),
    week: z
      .custom<Week>()
      .refine((week) => !neverOpens(week), t("settings.calendars.neverOpens"))
      // Errors of a time are shown next to it.
      .refine((week) => !hasWrongTimes(week), { error: () => "" }),
    exceptions: z.custom<CalendarValues["exceptions"]>(),
    bindings: z.custom<CalendarValues["bindings"]>(),
  })

export function newValues(time_zone: string): CalendarValues {
  return {
    name: "",
    time_zone,
    week: OFFICE_WEEK,
    exceptions: [],
    bindings: [],
  }
}

export function valuesOf(calendar: AdminFollowUpCalendar): CalendarValues {
  const { time_zone, weekly, exceptions = [] } = calendar.definition
  return {
    name: calendar.name,
    time_zone,
    week: weekOf((day) => weekly[day] ?? []),
    exceptions: withExceptions(
      [],
      exceptions.map(({ date, label, windows }) => ({
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

type Definition = Pick<CalendarValues, "time_zone" | "week" | "exceptions">

export function definitionOf(values: Definition): CalendarDefinition {
  return {
    time_zone: values.time_zone,
    weekly: Object.fromEntries(
      WEEKDAYS.map((day) => [day, values.week[day]] as const).filter(
        ([, windows]) => isOpenDay(windows)
      )
    ),
    exceptions: values.exceptions.map(({ date, label, windows }) => ({
      date,
      windows,
      label: label.trim() || null,
    })),
  }
}

/**
 * The body of the update request.
 *
 * @param dirty - the fields changed, as the form reports them
 * @param version - the version that was edited
 */
export function changesOf(
  values: CalendarValues,
  dirty: Partial<Record<keyof CalendarValues, unknown>>,
  version: number
): AdminUpdateFollowUpCalendar {
  return {
    version,
    ...(dirty.name ? { name: values.name } : {}),
    ...(dirty.time_zone || dirty.week || dirty.exceptions
      ? { definition: definitionOf(values) }
      : {}),
    ...(dirty.bindings ? { bindings: [...values.bindings] } : {}),
  }
}

/** Adds exceptions, replacing those of the same dates; sorted by date. */
export function withExceptions(
  exceptions: readonly ExceptionDraft[],
  added: readonly ExceptionDraft[],
  insteadOf?: string
): ExceptionDraft[] {
  const replaced = [insteadOf, ...added.map(({ date }) => date)]
  return [
    ...exceptions.filter(({ date }) => !replaced.includes(date)),
    ...added,
  ].sort((a, b) => a.date.localeCompare(b.date))
}

export function sameBinding(one: BindingDraft, other: BindingDraft): boolean {
  return one.scope === other.scope && one.reference_id === other.reference_id
}
