import type { Sql } from "../../../../postgres/sql"
import type { Task } from "../task"
import { LEAD_ORDER } from "./persons"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** The task that leads a person's call; null if nothing is open. */
export async function selectLead(
  sql: Sql,
  person_id: string
): Promise<Task | null> {
  const [row] = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id = ? and leads
        and status in ('open', 'waiting') and deleted_at is null`,
    [person_id]
  )
  return row ? toTask(row) : null
}

/** Of the other tasks of a task's call, the one that would lead them. */
export async function selectFirstOther(
  sql: Sql,
  { id, person_id }: Pick<Task, "id" | "person_id">
): Promise<Task | null> {
  const [row] = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id = ? and id <> ?
        and status in ('open', 'waiting') and deleted_at is null
      order by ${LEAD_ORDER}
      limit 1`,
    [person_id, id]
  )
  return row ? toTask(row) : null
}

/**
 * Chooses again which task leads each of these persons' calls. Call it under
 * `lockCalls`.
 */
export async function updateLeads(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<void> {
  await rankLeads(sql, "person_id", person_ids)
}

/** Chooses which of these tasks of one call leads it. */
export async function updateLead(
  sql: Sql,
  task_ids: Iterable<string>
): Promise<void> {
  await rankLeads(sql, "id", task_ids)
}

async function rankLeads(
  sql: Sql,
  column: "person_id" | "id",
  values: Iterable<string>
): Promise<void> {
  await sql.execute(
    `update follow_up_task as task
        set leads = ranked.is_first
       from (select id, leads,
                    row_number() over (
                      partition by person_id order by ${LEAD_ORDER}
                    ) = 1 as is_first
               from follow_up_task
              where ${column} = any (array(
              select value from jsonb_array_elements_text(?::jsonb)))
                and status in ('open', 'waiting') and deleted_at is null
            ) as ranked
      where task.id = ranked.id and ranked.leads <> ranked.is_first`,
    [JSON.stringify([...new Set(values)])]
  )
}
