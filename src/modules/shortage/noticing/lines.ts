import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { Drift, EndReason, LineNow, ShortLine } from "./short-line"

const COLUMNS = `id, order_id, line_item_id, variant_id, title, variant_title,
  sku, ordered, units, computed, reported, places, since`

/** The number of a run that reads Medusa's stock from now on. */
export async function beginRun(sql: Sql): Promise<number> {
  const [row] = await sql.execute<{ run: string }[]>(
    `select nextval('shortage_run')::text as run`
  )
  return Number(row?.run)
}

/** What a run found out, and what it found it out from. */
export type Found = {
  run: number
  /**
   * The inventory items that were read, and where their counters drift; null if
   * not all of their levels were.
   */
  items: ReadonlyMap<string, readonly Drift[] | null>
  lines: readonly LineNow[]
}

/**
 * Writes what a run found out. One that began before another that has written
 * about the same inventory items must not: what it read may be older.
 *
 * @returns whether it was written
 */
export async function writeFound(
  sql: Sql,
  { run, items, lines }: Found,
  now: Date
): Promise<boolean> {
  if (!(await lockItems(sql, run, items))) {
    return false
  }
  const active = await activeLines(
    sql,
    lines.map(({ line_item_id }) => line_item_id)
  )
  const changed = new Set<string>()
  for (const line of lines) {
    const known = active.find((one) => one.line_item_id === line.line_item_id)
    if (await writeLine(sql, line, known, now)) {
      changed.add(line.order_id)
    }
  }
  if (changed.size === 0) {
    return true
  }
  await sql.execute(
    `insert into shortage_order (order_id, version, created_at, updated_at)
     select value, 1, ?::timestamptz, ?::timestamptz
       from jsonb_array_elements_text(?::jsonb) order by value
         on conflict (order_id) do update
        set version = shortage_order.version + 1,
            updated_at = excluded.updated_at`,
    [now, now, JSON.stringify([...changed])]
  )
  return true
}

/** In their order, so that two runs do not wait for each other. */
async function lockItems(
  sql: Sql,
  run: number,
  items: Found["items"]
): Promise<boolean> {
  const rows = [...items].map(([id, drift]) => ({ id, drift }))
  await sql.execute(
    `insert into shortage_item (inventory_item_id, run)
     select id, 0 from jsonb_to_recordset(?::jsonb) as given (id text)
      order by id on conflict do nothing`,
    [JSON.stringify(rows)]
  )
  const locked = await sql.execute<{ is_newer: boolean }[]>(
    `select run > ? as is_newer from shortage_item
      where inventory_item_id in (
              select id from jsonb_to_recordset(?::jsonb) as given (id text)
            )
      order by inventory_item_id
        for update`,
    [run, JSON.stringify(rows)]
  )
  if (locked.some(({ is_newer }) => is_newer)) {
    return false
  }
  await sql.execute(
    `update shortage_item as item
        set run = ?, drift = coalesce(given.drift, item.drift),
            updated_at = now()
       from jsonb_to_recordset(?::jsonb) as given (id text, drift jsonb)
      where item.inventory_item_id = given.id`,
    [run, JSON.stringify(rows)]
  )
  return true
}

/** @returns whether anything was changed */
async function writeLine(
  sql: Sql,
  line: LineNow,
  known: ShortLine | undefined,
  now: Date
): Promise<boolean> {
  if (line.units === 0) {
    if (known) {
      await sql.execute(
        `update shortage_line
            set ended_at = ?, end_reason = ?, updated_at = ?
          where id = ?`,
        [now, line.end_reason, now, known.id]
      )
    }
    return known !== undefined
  }
  const { ordered, units, computed, reported } = line
  const places = JSON.stringify(line.places)
  if (known) {
    const isSame =
      known.ordered === ordered &&
      known.units === units &&
      known.computed === computed &&
      known.reported === reported &&
      placesText(known.places) === placesText(line.places)
    if (!isSame) {
      await sql.execute(
        `update shortage_line
            set ordered = ?, units = ?, computed = ?, reported = ?,
                places = ?::jsonb, updated_at = ?
          where id = ?`,
        [ordered, units, computed, reported, places, now, known.id]
      )
    }
    return !isSame
  }
  const since = line.since && line.since < now ? line.since : now
  await sql.execute(
    `insert into shortage_line (${COLUMNS}, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      newId("shline"),
      line.order_id,
      line.line_item_id,
      line.variant_id,
      line.title,
      line.variant_title,
      line.sku,
      ordered,
      units,
      computed,
      reported,
      places,
      since,
      now,
      now,
    ]
  )
  return true
}

/** The same for the same places: the database gives back keys in its own order. */
const placesText = (places: ShortLine["places"]) =>
  places
    .map(
      ({ inventory_item_id, location_id, lacking }) =>
        `${inventory_item_id} ${location_id} ${lacking}`
    )
    .sort()
    .join()

/** Which short lines are meant; all of them if nothing is given. */
export type LineFilters = {
  order_ids?: readonly string[]
  line_item_ids?: readonly string[]
  inventory_item_ids?: readonly string[]
  variant_ids?: readonly string[]
}

/** The lines that are short now, those short for longest first. */
export async function selectShortLines(
  sql: Sql,
  filters: LineFilters,
  page?: { limit: number; offset: number }
): Promise<ShortLine[]> {
  const { where, values } = conditionsOf(filters)
  const rows = await sql.execute<LineRow[]>(
    `select ${COLUMNS} from shortage_line
      where ${where}
      order by since, id ${page ? "limit ? offset ?" : ""}`,
    page ? [...values, page.limit, page.offset] : values
  )
  return rows.map(toLine)
}

export async function countShortLines(
  sql: Sql,
  filters: LineFilters
): Promise<number> {
  const { where, values } = conditionsOf(filters)
  const [row] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count from shortage_line where ${where}`,
    values
  )
  return row?.count ?? 0
}

async function activeLines(sql: Sql, line_item_ids: string[]) {
  return await selectShortLines(sql, { line_item_ids })
}

type LineRow = Omit<ShortLine, "since"> & { since: string | Date }

function toLine({ since, ...row }: LineRow): ShortLine {
  return { ...row, since: new Date(since) }
}

function conditionsOf(filters: LineFilters) {
  const { order_ids, line_item_ids, inventory_item_ids, variant_ids } = filters
  const given = [
    { ids: order_ids, condition: `order_id in (${LISTED})` },
    { ids: line_item_ids, condition: `line_item_id in (${LISTED})` },
    { ids: variant_ids, condition: `variant_id in (${LISTED})` },
    {
      ids: inventory_item_ids,
      condition: `exists (
        select from jsonb_to_recordset(places) as place (inventory_item_id text)
         where place.inventory_item_id in (${LISTED})
      )`,
    },
  ].filter(({ ids }) => ids !== undefined)
  return {
    where: ["ended_at is null", ...given.map((one) => one.condition)].join(
      " and "
    ),
    values: given.map(({ ids }) => JSON.stringify(ids)),
  }
}

const LISTED = "select value from jsonb_array_elements_text(?::jsonb)"

/**
 * Takes short lines to be computed anew, those computed longest ago first, so
 * that in time each gets its turn.
 */
export async function takeLinesToCheck(
  sql: Sql,
  limit: number,
  now: Date
): Promise<Pick<ShortLine, "order_id" | "reported" | "places">[]> {
  return await sql.execute(
    `update shortage_line set checked_at = ?
      where id in (
              select id from shortage_line
               where ended_at is null
               order by checked_at nulls first limit ?
                 for update skip locked
            )
  returning order_id, reported, places`,
    [now, limit]
  )
}

/** Where Medusa's counters drift, by inventory item. */
export async function selectDrift(
  sql: Sql,
  inventory_item_ids: readonly string[]
): Promise<Map<string, Drift[]>> {
  const rows = await sql.execute<
    { inventory_item_id: string; drift: Drift[] }[]
  >(
    `select inventory_item_id, drift from shortage_item
      where inventory_item_id in (${LISTED}) and drift <> '[]'`,
    [JSON.stringify(inventory_item_ids)]
  )
  return new Map(rows.map((row) => [row.inventory_item_id, row.drift]))
}

/** Inventory items of which a counter drifts. */
export async function selectDriftingItems(
  sql: Sql,
  limit: number
): Promise<string[]> {
  const rows = await sql.execute<{ inventory_item_id: string }[]>(
    `select inventory_item_id from shortage_item
      where drift <> '[]'
      order by updated_at, inventory_item_id limit ?`,
    [limit]
  )
  return rows.map((row) => row.inventory_item_id)
}

/** Why a line of an order is no longer short, and since when. */
export type LineEnd = {
  line_item_id: string
  end_reason: EndReason
  ended_at: Date
}

/** The same of each line of an order that was short and is not, the last first. */
export async function selectEnds(
  sql: Sql,
  order_id: string
): Promise<LineEnd[]> {
  const rows = await sql.execute<
    (Omit<LineEnd, "ended_at"> & { ended_at: string | Date })[]
  >(
    `select line_item_id, end_reason, ended_at
       from (
              select distinct on (line_item_id)
                     line_item_id, end_reason, ended_at
                from shortage_line
               where order_id = ?
               order by line_item_id, ended_at desc nulls first
            ) as latest
      where ended_at is not null
      order by ended_at desc, line_item_id`,
    [order_id]
  )
  return rows.map((row) => ({ ...row, ended_at: new Date(row.ended_at) }))
}
