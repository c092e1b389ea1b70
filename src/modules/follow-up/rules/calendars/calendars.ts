import type { Calendar, CalendarBinding, CalendarVersion } from "./calendar"
import type { Sql } from "../../../../postgres/sql"
import type { BusinessCalendar } from "../../../../business-time"

/** A version of a calendar. */
export type CalendarReference = {
  calendar_id: string
  calendar_version: number
}

/** The shop's present calendars, the default one first. */
export async function selectCalendars(sql: Sql): Promise<Calendar[]> {
  return await sql.execute<Calendar[]>(
    `select calendar.id, calendar.name, calendar.version, calendar.is_default,
            calendar.is_edited, current.definition
       from follow_up_business_calendar as calendar
       join follow_up_calendar_version as current
         on current.calendar_id = calendar.id
        and current.version = calendar.version
      where calendar.deleted_at is null
      order by calendar.is_default desc, calendar.name, calendar.id`
  )
}

export async function selectBindings(sql: Sql): Promise<CalendarBinding[]> {
  return await sql.execute<CalendarBinding[]>(
    `select id, calendar_id, scope, reference_id
       from follow_up_calendar_binding
      where deleted_at is null
      order by id`
  )
}

/** Versions of calendars, including those of deleted calendars. */
export async function selectCalendarVersions(
  sql: Sql,
  references: CalendarReference[]
): Promise<CalendarVersion[]> {
  if (references.length === 0) {
    return []
  }
  return await sql.execute<CalendarVersion[]>(
    `select calendar_id as id, version, name, definition
       from follow_up_calendar_version
      where (calendar_id, version) in
            (${references.map(() => "(?, ?::int)").join(", ")})`,
    references.flatMap(({ calendar_id, calendar_version }) => [
      calendar_id,
      calendar_version,
    ])
  )
}

/** Finds the calendar in which a stretch of time was counted. */
export type CalendarOf = (version: CalendarReference) => BusinessCalendar
