import { isDeepStrictEqual } from "node:util"
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
 * The newest version of the calendar of this name. Where its definition is
 * another one now, a further version is added first: older tasks keep theirs.
 */
export async function currentCalendar(
  sql: Sql,
  name: string,
  definition: CalendarDefinition,
  now: Date
): Promise<CalendarVersion> {
  const newest = await newestVersion(sql, name)
  if (newest && isDeepStrictEqual(newest.definition, asStored(definition))) {
    return newest
  }
  await sql.execute(
    `insert into follow_up_business_calendar
            (id, name, version, definition, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?)
         on conflict (name, version) do nothing`,
    [
      generateEntityId(undefined, "fucal"),
      name,
      (newest?.version ?? 0) + 1,
      JSON.stringify(definition),
      now,
      now,
    ]
  )
  const added = await newestVersion(sql, name)
  if (!added) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Business calendar "${name}" could not be stored`
    )
  }
  return added
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

async function newestVersion(
  sql: Sql,
  name: string
): Promise<CalendarVersion | undefined> {
  const [row] = await sql.execute<CalendarVersion[]>(
    `select id, name, version, definition
       from follow_up_business_calendar
      where name = ? and deleted_at is null
      order by version desc
      limit 1`,
    [name]
  )
  return row
}

function asStored(definition: CalendarDefinition): unknown {
  return JSON.parse(JSON.stringify(definition))
}
