import type { CalendarDefinition } from "../../../business-time"
import { generateEntityId } from "@medusajs/framework/utils"
import type {
  Calendar,
  CalendarBinding,
  CalendarVersion,
} from "../rules/calendar"
import type { Sql } from "./sql"

/** Which version of which calendar. */
export type CalendarReference = {
  calendar_id: string
  calendar_version: number
}

/** The shop's calendars as they are now, the default one first. */
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

/** Versions of calendars, those of deleted calendars too. */
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

/** Adds a calendar with its first version. */
export async function insertCalendar(
  sql: Sql,
  calendar: {
    name: string
    definition: CalendarDefinition
    is_default: boolean
    is_edited: boolean
    created_by: string | null
  },
  now: Date
): Promise<string> {
  const id = generateEntityId(undefined, "fucal")
  await sql.execute(
    `insert into follow_up_business_calendar
            (id, name, is_default, is_edited, version, created_at, updated_at)
     values (?, ?, ?, ?, 1, ?, ?)`,
    [id, calendar.name, calendar.is_default, calendar.is_edited, now, now]
  )
  await insertCalendarVersion(sql, { ...calendar, id, version: 1 }, now)
  return id
}

/** Adds a version that an existing calendar then has. */
export async function insertCalendarVersion(
  sql: Sql,
  version: CalendarVersion & { created_by: string | null },
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_calendar_version
            (id, calendar_id, version, name, definition, created_by,
             created_at, updated_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      generateEntityId(undefined, "fucalv"),
      version.id,
      version.version,
      version.name,
      JSON.stringify(version.definition),
      version.created_by,
      now,
      now,
    ]
  )
  await sql.execute(
    `update follow_up_business_calendar
        set version = ?, name = ?, updated_at = ?
      where id = ?`,
    [version.version, version.name, now, version.id]
  )
}
