import type { PersonKey } from "../../contact/person"
import type { Sql } from "../../../../postgres/sql"
import type { Task } from "../task"
import { LEAD_ORDER } from "./leads"
import { TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/**
 * The persons to whom these keys belong; a key that is shared has none.
 *
 * @param but - a task that has got these keys and may still be somebody else's
 */
export async function selectPersons(
  sql: Sql,
  keys: readonly PersonKey[],
  but = ""
): Promise<(PersonKey & { person_id: string })[]> {
  return await sql.execute<(PersonKey & { person_id: string })[]>(
    `select wanted.kind, wanted.value, found.person_id
       from jsonb_to_recordset(?::jsonb) as wanted (kind text, value text)
      cross join lateral (
        (select person_id from follow_up_task
          where wanted.kind = 'customer' and customer_id = wanted.value
            and deleted_at is null and id <> ?
          limit 1)
        union all
        (select person_id from follow_up_task
          where wanted.kind = 'email' and lower(email) = wanted.value
            and deleted_at is null and id <> ?
          limit 1)
        union all
        (select person_id from follow_up_task
          where wanted.kind = 'phone' and phone_e164 = wanted.value
            and deleted_at is null and id <> ?
          limit 1)
      ) as found
      where not exists (
        select 1 from follow_up_shared_contact as shared
         where shared.kind = wanted.kind and shared.value = wanted.value
           and shared.deleted_at is null)`,
    [JSON.stringify(keys), but, but, but]
  )
}

/**
 * What these persons have open, in the order of `LEAD_ORDER` for each: the
 * first leads. Call it under `lockCalls`.
 */
export async function selectCalls(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<Map<string, Task[]>> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id = any (array(
              select value from jsonb_array_elements_text(?::jsonb)))
        and status in ('open', 'waiting') and deleted_at is null
      order by person_id, ${LEAD_ORDER}`,
    [JSON.stringify([...new Set(person_ids)])]
  )
  const calls = new Map<string, Task[]>()
  for (const task of rows.map(toTask)) {
    const call = calls.get(task.person_id)
    if (call) {
      call.push(task)
    } else {
      calls.set(task.person_id, [task])
    }
  }
  return calls
}

/**
 * The first tasks that a person has open, the one that leads at the front.
 *
 * @param limit - how many at most
 */
export async function selectCallOf(
  sql: Sql,
  person_id: string,
  limit: number
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id = ?
        and status in ('open', 'waiting') and deleted_at is null
      order by ${LEAD_ORDER}
      limit ?`,
    [person_id, limit]
  )
  return rows.map(toTask)
}

/** What `regroupPersons` has to know of a task. */
export type KeyedTask = Pick<
  Task,
  "id" | "person_id" | "customer_id" | "email" | "phone_e164"
>

/** Every task of these persons, closed ones too, in the order of their ids. */
export async function selectTasksOfPersons(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<KeyedTask[]> {
  return await sql.execute<KeyedTask[]>(
    `select id, person_id, customer_id, email, phone_e164
       from follow_up_task
      where person_id = any (array(
              select value from jsonb_array_elements_text(?::jsonb)))
        and deleted_at is null
      order by id`,
    [JSON.stringify([...new Set(person_ids)])]
  )
}

/** Whose record, address and order the tasks of these persons have. */
export async function selectRecords(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<
  {
    person_id: string
    customer_id: string | null
    email: string | null
    order_id: string | null
  }[]
> {
  return await sql.execute(
    `select distinct person_id, customer_id, lower(email) as email, order_id
       from follow_up_task
      where person_id = any (array(
              select value from jsonb_array_elements_text(?::jsonb)))
        and deleted_at is null`,
    [JSON.stringify([...new Set(person_ids)])]
  )
}

/** Gives tasks other persons, who may be new. Call it under `lockCalls`. */
export async function updatePersons(
  sql: Sql,
  tasks: readonly Pick<Task, "id" | "person_id">[]
): Promise<void> {
  if (tasks.length === 0) {
    return
  }
  await sql.execute(
    `insert into follow_up_person (id)
     select distinct value from jsonb_array_elements_text(?::jsonb)
         on conflict (id) do nothing`,
    [JSON.stringify(tasks.map(({ person_id }) => person_id))]
  )
  await sql.execute(
    `update follow_up_task as task
        set person_id = given.person_id
       from jsonb_to_recordset(?::jsonb) as given (id text, person_id text)
      where task.id = given.id`,
    [JSON.stringify(tasks.map(({ id, person_id }) => ({ id, person_id })))]
  )
}

/** The persons whose tasks have this number or address, shared or not. */
export async function selectPersonsWith(
  sql: Sql,
  { kind, value }: PersonKey
): Promise<string[]> {
  const column = {
    customer: "customer_id",
    email: "lower(email)",
    phone: "phone_e164",
  }[kind]
  const rows = await sql.execute<{ person_id: string }[]>(
    `select distinct person_id
       from follow_up_task
      where ${column} = ? and deleted_at is null`,
    [value]
  )
  return rows.map(({ person_id }) => person_id)
}
