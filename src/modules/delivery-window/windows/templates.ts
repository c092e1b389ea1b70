import { MedusaError } from "@medusajs/framework/utils"
import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import { closingTime, type Exception, type Template } from "./template"

const COLUMNS = `id, name, weekdays, starts_at, ends_at, time_zone,
  service_zone_id, shipping_option_ids, capacity, capacity_unit,
  cut_off_minutes, lead_minutes, valid_from::text as valid_from,
  valid_to::text as valid_to, is_on`

const EXCEPTION_COLUMNS = `id, date::text as date, template_id, kind, capacity,
  starts_at, ends_at, label`

/** All templates, also those that are off. */
export async function selectTemplates(
  sql: Sql
): Promise<(Template & { on_since: Date })[]> {
  return await sql.execute<(Template & { on_since: Date })[]>(
    `select ${COLUMNS}, on_since from delivery_window_template
      where deleted_at is null order by starts_at, name, id`
  )
}

/** Adds a template, or changes the one with this id. */
export async function writeTemplate(
  sql: Sql,
  template: Omit<Template, "id"> & { id?: string }
): Promise<Template> {
  await countChange(sql)
  const [saved] = await sql.execute<Template[]>(
    `insert into delivery_window_template
            (id, name, weekdays, starts_at, ends_at, time_zone,
             service_zone_id, shipping_option_ids, capacity, capacity_unit,
             cut_off_minutes, lead_minutes, valid_from, valid_to, is_on)
     values (?, ?,
             array(select jsonb_array_elements_text(?::jsonb)::integer), ?, ?,
             ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?,
             ?, ?::date, ?::date, ?)
         on conflict (id) do update
        set name = excluded.name, weekdays = excluded.weekdays,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            time_zone = excluded.time_zone,
            service_zone_id = excluded.service_zone_id,
            shipping_option_ids = excluded.shipping_option_ids,
            capacity = excluded.capacity,
            capacity_unit = excluded.capacity_unit,
            cut_off_minutes = excluded.cut_off_minutes,
            lead_minutes = excluded.lead_minutes,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to,
            is_on = excluded.is_on,
            on_since =
              case when delivery_window_template.is_on
                    and coalesce(delivery_window_template.valid_to, 'infinity')
                        >= current_date - 1
                   then delivery_window_template.on_since else now() end,
            updated_at = now()
  returning ${COLUMNS}`,
    [
      template.id ?? newId("dwtmpl"),
      template.name,
      JSON.stringify(template.weekdays),
      template.starts_at,
      closingTime(template.ends_at),
      template.time_zone,
      template.service_zone_id,
      JSON.stringify(template.shipping_option_ids),
      template.capacity,
      template.capacity_unit,
      template.cut_off_minutes,
      template.lead_minutes,
      template.valid_from,
      template.valid_to,
      template.is_on,
    ]
  )
  if (!saved) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A template was not written"
    )
  }
  return saved
}

/** @returns false if there is none with this id */
export async function deleteTemplate(sql: Sql, id: string): Promise<boolean> {
  await countChange(sql)
  const rows = await sql.execute(
    `update delivery_window_template set deleted_at = now()
      where id = ? and deleted_at is null returning id`,
    [id]
  )
  return rows.length > 0
}

/** The exceptions of these dates, by date. */
export async function selectExceptions(
  sql: Sql,
  { from, to }: { from: string; to: string }
): Promise<Exception[]> {
  return await sql.execute<Exception[]>(
    `select ${EXCEPTION_COLUMNS} from delivery_window_exception
      where deleted_at is null and date between ?::date and ?::date
      order by date, id`,
    [from, to]
  )
}

/**
 * Adds an exception, or changes the one with this id.
 *
 * @returns `double` instead, and writes nothing, if another one already says
 * what its windows are on that date
 */
export async function writeException(
  sql: Sql,
  exception: Omit<Exception, "id"> & { id?: string }
): Promise<{ saved: Exception } | { double: Exception }> {
  // No other change of the rules comes between.
  await countChange(sql)
  const double = await selectDouble(sql, exception)
  if (double) {
    return { double }
  }
  const [saved] = await sql.execute<Exception[]>(
    `insert into delivery_window_exception
            (id, date, template_id, kind, capacity, starts_at, ends_at, label)
     values (?, ?::date, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update
        set date = excluded.date, template_id = excluded.template_id,
            kind = excluded.kind, capacity = excluded.capacity,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            label = excluded.label, updated_at = now()
  returning ${EXCEPTION_COLUMNS}`,
    [
      exception.id ?? newId("dwexc"),
      exception.date,
      exception.template_id,
      exception.kind,
      exception.kind === "closed" ? null : exception.capacity,
      exception.kind === "extra" ? exception.starts_at : null,
      exception.kind === "extra" ? closingTime(exception.ends_at) : null,
      exception.label,
    ]
  )
  if (!saved) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "An exception was not written"
    )
  }
  return { saved }
}

/**
 * Another exception of the same windows on the same date: of the same template,
 * or of all, or one that closes all, of which another capacity changes nothing.
 * Further windows are the same if they begin at the same time.
 */
export async function selectDouble(
  sql: Sql,
  {
    id,
    date,
    template_id,
    kind,
    starts_at,
  }: Omit<Exception, "id"> & {
    id?: string
  }
): Promise<Exception | null> {
  const [double] = await sql.execute<Exception[]>(
    `select ${EXCEPTION_COLUMNS} from delivery_window_exception
      where deleted_at is null and date = ?::date and id <> ?
        and case when ? then kind = 'extra' and template_id = ?
                             and starts_at = ?
                 else kind <> 'extra'
                      and (template_id is not distinct from ?
                           or kind = 'closed' and template_id is null)
            end
      order by id limit 1`,
    [date, id ?? "", kind === "extra", template_id, starts_at, template_id]
  )
  return double ?? null
}

/** @returns false if there is none with this id */
export async function deleteException(sql: Sql, id: string): Promise<boolean> {
  await countChange(sql)
  const rows = await sql.execute(
    `delete from delivery_window_exception where id = ? returning id`,
    [id]
  )
  return rows.length > 0
}

/** Windows that were made before are to be made anew. */
async function countChange(sql: Sql): Promise<void> {
  await sql.execute(
    `insert into delivery_window_making (id, version) values ('windows', 1)
         on conflict (id) do update
        set version = delivery_window_making.version + 1, updated_at = now()`
  )
}
