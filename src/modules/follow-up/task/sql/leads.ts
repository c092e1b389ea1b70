import type { Sql, SqlValue } from "../../../../postgres/sql"
import type { Task } from "../task"
import { FIRST_TO_RUN_OUT } from "./late"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** The queue's order; its indexes have it too. */
export const QUEUE_ORDER = "priority desc, due_at, opened_at, id"

/**
 * Which task of a call leads it: the first in the queue's order. One that waits
 * for another number leads only if there is no other.
 */
export const LEAD_ORDER = `(status = 'waiting' and waiting_until is null),
  ${QUEUE_ORDER}`

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
 * Chooses again which task leads each of these persons' calls, and which runs
 * out of time first. Call it under `lockCalls`.
 */
export async function updateLeads(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<void> {
  await rankTasks(
    sql,
    `person_id = any (array(
       select value from jsonb_array_elements_text(?::jsonb)))`,
    [JSON.stringify([...new Set(person_ids)])]
  )
}

/** The same, after one task has come to a call that had chosen. */
export async function updateLeadsFor(
  sql: Sql,
  { id, person_id }: Pick<Task, "id" | "person_id">
): Promise<void> {
  await rankTasks(
    sql,
    "person_id = ? and (leads or runs_out_first or id = ?)",
    [person_id, id]
  )
}

async function rankTasks(
  sql: Sql,
  which: string,
  values: SqlValue[]
): Promise<void> {
  await sql.execute(
    `update follow_up_task as task
        set leads = ranked.is_first, runs_out_first = ranked.is_first_to_run_out
       from (select id, leads, runs_out_first,
                    row_number() over (
                      partition by person_id order by ${LEAD_ORDER}
                    ) = 1 as is_first,
                    row_number() over (
                      partition by person_id
                      order by ${FIRST_TO_RUN_OUT}, ${LEAD_ORDER}
                    ) = 1 as is_first_to_run_out
               from follow_up_task
              where ${which}
                and status in ('open', 'waiting') and deleted_at is null
            ) as ranked
      where task.id = ranked.id
        and (ranked.leads, ranked.runs_out_first)
            <> (ranked.is_first, ranked.is_first_to_run_out)`,
    values
  )
}
