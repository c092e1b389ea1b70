import type { AdminFollowUpHolidaysResponse } from "../../../src/api/admin/follow-ups/calendars/types"
import type { ExceptionDraft } from "./calendar-values"

export type Holiday = AdminFollowUpHolidaysResponse["holidays"][number]

export type HolidayChoice = {
  date: string
  /** The names of all holidays on the date. */
  name: string
  /** A public holiday, in the whole country or state. */
  dayOff: boolean
  /** The calendar already has an exception on this date. */
  added: boolean
}

/**
 * One choice per future date, since a date may have only one exception. Days on
 * which nobody is off work are omitted.
 *
 * @param today - YYYY-MM-DD, in the calendar's time zone
 */
export function holidayChoices(
  holidays: readonly Holiday[],
  exceptions: readonly ExceptionDraft[],
  today: string
): HolidayChoice[] {
  const added = new Set(exceptions.map(({ date }) => date))
  const days = new Map<string, Holiday[]>()
  for (const holiday of holidays) {
    const { date, kind } = holiday
    if (date >= today && kind !== "school" && kind !== "observance") {
      days.set(date, [...(days.get(date) ?? []), holiday])
    }
  }
  return [...days.entries()]
    .map(([date, sameDay]) => ({
      date,
      name: [...new Set(sameDay.map(({ name }) => name))].join(", "),
      dayOff: sameDay.some(({ kind }) => kind === "public"),
      added: added.has(date),
    }))
    .sort((a, b) => a.date.localeCompare(b.date))
}

/** Closed on each selected date. */
export function closedOn(
  choices: readonly HolidayChoice[],
  ticked: ReadonlySet<string>
): ExceptionDraft[] {
  return choices
    .filter(({ date, added }) => ticked.has(date) && !added)
    .map(({ date, name }) => ({ date, label: name, windows: [] }))
}
