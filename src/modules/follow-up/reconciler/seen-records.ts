import { outcomeOfPhone, type TaskType } from "../rules/playbooks/task-types"
import { type SyncedEntity } from "../../../shop/records"
import { instantOrNull } from "../task/sql/task-row"
import { lockCallsOf } from "../task/sql/lock-calls"
import type { Sql } from "../../../postgres/sql"

/** A record that tasks are synced with, with the `updated_at` that was seen. */
export type SeenRecord = { id: string; updated_at: Date }

/** The record that an active task was last synced with. */
export type SyncedTask = {
  id: string
  order_id: string | null
  customer_id: string | null
  order_seen_at: Date | null
  customer_seen_at: Date | null
}

type SyncedTaskRow = Omit<SyncedTask, "order_seen_at" | "customer_seen_at"> & {
  order_seen_at: string | null
  customer_seen_at: string | null
}

/**
 * Stores the version of these records that their active tasks are synced with.
 * This is not a change of the task: it adds no history and keeps `updated_at`.
 * The tasks are locked in the order of their ids, so that two calls cannot
 * deadlock.
 */
export async function markSeen(
  sql: Sql,
  entity: SyncedEntity,
  records: SeenRecord[]
): Promise<void> {
  if (records.length === 0) {
    return
  }
  const values = records.flatMap(({ id, updated_at }) => [id, updated_at])
  const agreeing = `
         from follow_up_task as task
         join (values ${records.map(() => "(?::text, ?::timestamptz)").join(", ")})
           as seen (id, updated_at)
           on task.${entity}_id = seen.id
        where task.status in ('open', 'waiting') and task.deleted_at is null
          and task.${entity}_seen_at is distinct from seen.updated_at`
  // Before the tasks, as everywhere: two that wait for each other never end.
  const persons = await lockCallsOf(sql, async () => {
    const found = await sql.execute<{ person_id: string }[]>(
      `select distinct task.person_id ${agreeing}`,
      values
    )
    return found.map(({ person_id }) => person_id)
  })
  if (persons.length === 0) {
    return
  }
  await sql.execute(
    `with agreeing as (
       select task.id, seen.updated_at ${agreeing}
        order by task.id
          for update of task
     )
     update follow_up_task as task
        set ${entity}_seen_at = agreeing.updated_at
       from agreeing
      where task.id = agreeing.id`,
    values
  )
}

/** Open and waiting tasks after `after`, in the order of their ids. */
export async function selectSyncedTasks(
  sql: Sql,
  after: string,
  limit: number
): Promise<SyncedTask[]> {
  const rows = await sql.execute<SyncedTaskRow[]>(
    `select id, order_id, customer_id, order_seen_at, customer_seen_at
       from follow_up_task
      where status in ('open', 'waiting') and deleted_at is null and id > ?
      order by id
      limit ?`,
    [after, limit]
  )
  return rows.map((row) => ({
    ...row,
    order_seen_at: instantOrNull(row.order_seen_at),
    customer_seen_at: instantOrNull(row.customer_seen_at),
  }))
}

/**
 * Orders for which a number was received since a moment, but which have no task
 * that needs a number: the event that should have opened it was lost.
 *
 * The outcomes are written into the statement, as into the condition of the
 * partial index: as parameters, they would keep the index from being used.
 */
export async function selectOrdersToCall(
  sql: Sql,
  types: ReadonlyMap<string, TaskType>,
  since: Date,
  limit: number
): Promise<string[]> {
  const declared = [...types.values()]
  const needing = declared.flatMap(({ type, needs }) => (needs ? type : []))
  const orders: string[] = []
  for (const outcome of declared.flatMap(
    (type) => outcomeOfPhone(type) ?? []
  )) {
    const rows = await sql.execute<{ order_id: string }[]>(
      `select asked.order_id
         from follow_up_task as asked
        where asked.outcome = '${outcome.replace(/\W/g, "")}'
          and asked.order_id is not null
          and asked.completed_at > ? and asked.deleted_at is null
          and not exists (select 1 from follow_up_task as call
                           where call.order_id = asked.order_id
                             and call.type in (
                               select value from jsonb_array_elements_text(?::jsonb))
                             and call.deleted_at is null)
        order by asked.completed_at
        limit ?`,
      [since, JSON.stringify(needing), limit]
    )
    orders.push(...rows.map(({ order_id }) => order_id))
  }
  return orders
}
