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
  /** Local date, YYYY-MM-DD; each at most once. */
  date: string
  label: string
  windows: Windows
}

export type BindingDraft = { scope: CalendarScope; reference_id: string }

/** A calendar while somebody edits it: its times may be half typed. */
export type CalendarValues = {
  name: string
  time_zone: string
  week: Week
  /** By date. */
  exceptions: readonly ExceptionDraft[]
  bindings: readonly BindingDraft[]
}

/** What keeps a calendar from being saved, as far as the page can tell. */
export const calendarSchema = (t: Text) =>
  z.object({
    name: z.string().trim().min(1, t("settings.calendars.nameNeeded")),
    time_zone: z.string(),
    week: z
      .custom<Week>()
      .refine((week) => !neverOpens(week), t("settings.calendars.neverOpens"))
      // What is wrong with a time is said beside it.
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
 * What has to be sent of it.
 *
 * @param dirty - what the form says is changed
 * @param version - the one that was edited
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

/** By date, with those that are added in place of the ones of the same dates. */
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
