import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"

/** What a person found of an order line. */
export type Reported = {
  order_id: string
  line_item_id: string
  quantity_found: number
  /** Units of the line at that time. */
  ordered: number
  /** Units that this makes short. */
  units: number
  reason: string | null
  corrected_stock: boolean
  actor_id: string | null
}

/** Stores a report, which replaces the line's earlier one. */
export async function insertReport(
  sql: Sql,
  report: Reported,
  now: Date
): Promise<string> {
  await endReports(sql, [report.line_item_id], now)
  const id = newId("shrep")
  await sql.execute(
    `insert into shortage_report
            (id, order_id, line_item_id, quantity_found, ordered, units,
             reason, corrected_stock, actor_id, ended_at, created_at,
             updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      report.order_id,
      report.line_item_id,
      report.quantity_found,
      report.ordered,
      report.units,
      report.reason,
      report.corrected_stock,
      report.actor_id,
      // Nothing is short by it alone.
      report.units === 0 ? now : null,
      now,
      now,
    ]
  )
  return id
}

/** Units that were reported as not found, by line. */
export async function selectReported(
  sql: Sql,
  line_item_ids: readonly string[]
): Promise<Map<string, number>> {
  const rows = await sql.execute<{ line_item_id: string; units: number }[]>(
    `select line_item_id, units from shortage_report
      where ended_at is null
        and line_item_id in (
              select value from jsonb_array_elements_text(?::jsonb)
            )`,
    [JSON.stringify(line_item_ids)]
  )
  return new Map(rows.map(({ line_item_id, units }) => [line_item_id, units]))
}

/** What whoever looked for a line's units said of those not found. */
export type ReportSaid = {
  line_item_id: string
  reason: string | null
  actor_id: string | null
}

/** The reports by which these lines are short. */
export async function selectReports(
  sql: Sql,
  line_item_ids: readonly string[]
): Promise<ReportSaid[]> {
  return await sql.execute<ReportSaid[]>(
    `select line_item_id, reason, actor_id from shortage_report
      where ended_at is null
        and line_item_id in (
              select value from jsonb_array_elements_text(?::jsonb)
            )`,
    [JSON.stringify(line_item_ids)]
  )
}

/** A line as it is now, of which units may have been reported as not found. */
export type ReportedLine = {
  line_item_id: string
  ordered: number
  outstanding: number
}

/**
 * Makes reports fit their lines: what was taken off the order, or sent after
 * all, is no longer missing. A report made since the lines were read stays.
 */
export async function fitReports(
  sql: Sql,
  lines: readonly ReportedLine[],
  read_at: Date
): Promise<void> {
  await sql.execute(
    `update shortage_report as report
        set units = fitting.units,
            ordered = report.ordered - report.units + fitting.units,
            ended_at = case when fitting.units = 0 then ?::timestamptz end,
            updated_at = ?::timestamptz
       from (
              select known.id,
                     greatest(0, least(
                       known.units, line.outstanding,
                       line.ordered - (known.ordered - known.units)
                     )) as units
                from jsonb_to_recordset(?::jsonb) as line
                       (line_item_id text, ordered int, outstanding int)
                join shortage_report as known using (line_item_id)
               where known.ended_at is null
                 and known.created_at <= ?::timestamptz
            ) as fitting
      where report.id = fitting.id and fitting.units < report.units`,
    [read_at, read_at, JSON.stringify(lines), read_at]
  )
}

/** Ends reports about lines of which nothing is to be sent any more. */
export async function endReports(
  sql: Sql,
  line_item_ids: readonly string[],
  now: Date
): Promise<void> {
  await sql.execute(
    `update shortage_report set ended_at = ?, updated_at = ?
      where ended_at is null
        and line_item_id in (
              select value from jsonb_array_elements_text(?::jsonb)
            )`,
    [now, now, JSON.stringify(line_item_ids)]
  )
}
