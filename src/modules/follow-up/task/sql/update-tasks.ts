import { MedusaError } from "@medusajs/framework/utils"
import { SEARCH_VERSION, searchTerms } from "../search-terms"
import { isActive } from "../is-active"
import type { Task } from "../task"
import { rawNumber } from "../../../../postgres/raw-number"
import type { Sql } from "../../../../postgres/sql"
import { COLUMN_TYPES } from "./task-row"

/** A locked task in its new state, and the columns that changed. */
type TaskUpdate = { task: Task; changes: Partial<Task> }

/** Columns that are derived from others, with their types. */
const DERIVED_TYPES = {
  search_terms: "text",
  leads: "boolean",
  runs_out_first: "boolean",
  search_version: "int",
  raw_order_total: "jsonb",
} as const

const TYPES: Readonly<Record<string, string>> = {
  ...COLUMN_TYPES,
  ...DERIVED_TYPES,
}

const SEARCHED: ReadonlySet<string> = new Set([
  "order_display_id",
  "customer_name",
  "email",
  "phone",
  "phone_e164",
] satisfies (keyof Task)[])

/**
 * Writes the changes of decisions, under the same locks: one statement for all
 * tasks of which the same columns change.
 */
export async function updateTasks(
  sql: Sql,
  updates: TaskUpdate[]
): Promise<void> {
  const byColumns = new Map<string, Row[]>()
  for (const update of updates) {
    const row = toRow(update)
    const columns = Object.keys(row).sort().join()
    const alike = byColumns.get(columns)
    if (alike) {
      alike.push(row)
    } else {
      byColumns.set(columns, [row])
    }
  }
  for (const rows of byColumns.values()) {
    await updateRows(sql, rows)
  }
}

type Row = { id: string } & Record<string, unknown>

function toRow({ task, changes }: TaskUpdate): Row {
  return {
    ...changes,
    ...(Object.keys(changes).some((column) => SEARCHED.has(column)) && {
      search_terms: searchTerms(task),
      search_version: SEARCH_VERSION,
    }),
    ...(changes.status !== undefined &&
      !isActive(task) && { leads: true, runs_out_first: true }),
    ...(changes.order_total !== undefined && {
      raw_order_total: parsed(rawNumber(task.order_total)),
    }),
    updated_at: task.updated_at,
    id: task.id,
  }
}

async function updateRows(sql: Sql, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== "id")
  const updated = await sql.execute<{ id: string }[]>(
    `update follow_up_task as task
        set ${columns.map((name) => `"${name}" = given."${name}"`).join(", ")}
       from jsonb_to_recordset(?::jsonb)
         as given (id text, ${columns.map((name) => `"${name}" ${TYPES[name] ?? "text"}`).join(", ")})
      where task.id = given.id
  returning task.id`,
    [JSON.stringify(rows)]
  )
  if (updated.length !== rows.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${rows.length - updated.length} follow-up tasks vanished under their locks`
    )
  }
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json)
}
