import { SEARCH_VERSION, searchTerms } from "../search-terms"
import type { Task } from "../task"
import type { Sql } from "../../../../postgres/sql"
import { rawNumber } from "../../../../postgres/raw-number"

/** The columns that a new task sets; the others have the table's defaults. */
const COLUMNS = [
  "id",
  "person_id",
  "type",
  "status",
  "dedupe_key",
  "order_id",
  "order_display_id",
  "currency_code",
  "order_total",
  "customer_comment",
  "customer_id",
  "customer_name",
  "email",
  "phone",
  "phone_e164",
  "country_code",
  "sales_channel_id",
  "stock_location_id",
  "region_id",
  "locale",
  "assignee_id",
  "priority",
  "playbook_id",
  "playbook_version",
  "calendar_id",
  "calendar_version",
  "opened_at",
  "response_target_at",
  "response_limit_at",
  "resolution_limit_at",
  "running_since",
  "due_at",
  "created_at",
  "updated_at",
] as const satisfies readonly (keyof Task)[]

/**
 * Inserts the task unless there is one with its `dedupe_key`, in any state.
 *
 * @param is_alone - whether its person has nothing else open
 * @returns whether it was inserted
 */
export async function insertTask(
  sql: Sql,
  task: Task,
  is_alone: boolean
): Promise<boolean> {
  const inserted = await sql.execute<{ id: string }[]>(
    `insert into follow_up_task
            (${COLUMNS.join(", ")}, leads, runs_out_first, data, basis, raw_order_total, search_terms,
             search_version)
     values (${COLUMNS.map(() => "?").join(", ")}, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
         on conflict (dedupe_key) where dedupe_key is not null do nothing
  returning id`,
    [
      ...COLUMNS.map((column) => task[column]),
      is_alone,
      is_alone,
      JSON.stringify(task.data),
      JSON.stringify(task.basis),
      rawNumber(task.order_total),
      searchTerms(task),
      SEARCH_VERSION,
    ]
  )
  return inserted.length === 1
}
