import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { CalendarDefinition } from "../../../business-time"
import type { Sql } from "./sql"

export type CalendarVersion = {
  id: string
  name: string
  version: number
  definition: CalendarDefinition
}

/**
 * The version of this calendar with this definition, the newest of them. Where
 * there is none, a further version is added: older tasks keep theirs. Two
 * instances that are configured differently for a while share two versions.
 */
export async function currentCalendar(
  sql: Sql,
  name: string,
  definition: CalendarDefinition,
  now: Date
): Promise<CalendarVersion> {
  const known = await versionWith(sql, name, definition)
  if (known) {
    return known
  }
  // One at a time: others wait here for the version that the first one adds.
  await sql.execute(`select pg_advisory_xact_lock(hashtext(?))`, [
    `follow_up_business_calendar ${name}`,
  ])
  return (
    (await versionWith(sql, name, definition)) ??
    (await addVersion(sql, name, definition, now))
  )
}

export async function selectCalendars(
  sql: Sql,
  ids: string[]
): Promise<CalendarVersion[]> {
  if (ids.length === 0) {
    return []
  }
  return await sql.execute<CalendarVersion[]>(
    `select id, name, version, definition
       from follow_up_business_calendar
      where id in (${ids.map(() => "?").join(", ")})`,
    ids
  )
}

async function versionWith(
  sql: Sql,
  name: string,
  definition: CalendarDefinition
): Promise<CalendarVersion | undefined> {
  const [row] = await sql.execute<CalendarVersion[]>(
    `select id, name, version, definition
       from follow_up_business_calendar
      where name = ? and definition = ?::jsonb and deleted_at is null
      order by version desc
      limit 1`,
    [name, JSON.stringify(definition)]
  )
  return row
}

async function addVersion(
  sql: Sql,
  name: string,
  definition: CalendarDefinition,
  now: Date
): Promise<CalendarVersion> {
  const [added] = await sql.execute<CalendarVersion[]>(
    `insert into follow_up_business_calendar
            (id, name, version, definition, created_at, updated_at)
     select ?, ?, coalesce(max(version), 0) + 1, ?::jsonb, ?, ?
       from follow_up_business_calendar
      where name = ?
  returning id, name, version, definition`,
    [
      generateEntityId(undefined, "fucal"),
      name,
      JSON.stringify(definition),
      now,
      now,
      name,
    ]
  )
  if (!added) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Business calendar "${name}" could not be stored`
    )
  }
  return added
}
