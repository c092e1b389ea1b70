import type { PersonKey, SharedKey } from "../../contact/person"
import type { Sql } from "../../../../postgres/sql"
import type { Task } from "../task"
import { newId } from "../../../../postgres/new-id"
import { instant, TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** Few enough for PostgreSQL's table of locks, however many keys are locked. */
const BUCKETS = 256

/**
 * Which task of a call leads it: the first in the queue's order. One that waits
 * for another number leads only if there is no other.
 */
export const LEAD_ORDER = `(status = 'waiting' and waiting_until is null),
  priority desc, due_at, opened_at, id`

/**
 * Allows one transaction at a time to decide whose these contacts are: two
 * concurrent ones would both find nobody, and make two persons of one. Call it
 * before any task is locked.
 */
export async function lockPersons(
  sql: Sql,
  keys: readonly PersonKey[]
): Promise<void> {
  await sql.execute(
    `select pg_advisory_xact_lock(hashtext('follow_up_person'), bucket)
       from (select distinct hashtext(value) & ${BUCKETS - 1} as bucket
               from jsonb_array_elements_text(?::jsonb)
              order by bucket) as wanted`,
    [JSON.stringify(keys.map(({ value }) => value))]
  )
}

/** Those of these keys that several people use. */
export async function selectShared(
  sql: Sql,
  keys: readonly PersonKey[]
): Promise<PersonKey[]> {
  return await sql.execute<PersonKey[]>(
    `select shared.kind, shared.value
       from jsonb_to_recordset(?::jsonb) as wanted (kind text, value text)
       join follow_up_shared_contact as shared
         on shared.kind = wanted.kind and shared.value = wanted.value
      where shared.deleted_at is null`,
    [JSON.stringify(keys)]
  )
}

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
 * Locks the calls of these persons until the transaction ends: what a person
 * has open, whom it is assigned to and until when it waits changes under this
 * lock only. It is one row a person, however much they have open, and taken
 * before any of their tasks.
 */
export async function lockCalls(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<void> {
  await sql.execute(
    `select id from follow_up_person
      where id = any (array(
              select value from jsonb_array_elements_text(?::jsonb)))
      order by id
        for update`,
    [JSON.stringify([...new Set(person_ids)])]
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

/** The customer records and addresses that the tasks of these persons have. */
export async function selectRecords(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<
  { person_id: string; customer_id: string | null; email: string | null }[]
> {
  return await sql.execute(
    `select distinct person_id, customer_id, lower(email) as email
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

/** A number or an address that several people use. */
export type SharedContact = SharedKey & {
  created_by: string | null
  created_at: Date
}

/** A page of the numbers and addresses that several people use, the newest first. */
export async function selectSharedContacts(
  sql: Sql,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ shared_contacts: SharedContact[]; count: number }> {
  const [counted] = await sql.execute<{ count: number }[]>(
    `select count(*)::int as count
       from follow_up_shared_contact
      where deleted_at is null`
  )
  const rows = await sql.execute<
    (Omit<SharedContact, "created_at"> & { created_at: string })[]
  >(
    `select kind, value, created_by, created_at
       from follow_up_shared_contact
      where deleted_at is null
      order by created_at desc, id desc
      limit ? offset ?`,
    [limit, offset]
  )
  return {
    shared_contacts: rows.map((row) => ({
      ...row,
      created_at: instant(row.created_at),
    })),
    count: counted?.count ?? 0,
  }
}

/** @returns whether that changes anything */
export async function insertShared(
  sql: Sql,
  { kind, value }: PersonKey,
  created_by: string | null,
  now: Date
): Promise<boolean> {
  const inserted = await sql.execute(
    `insert into follow_up_shared_contact
            (id, kind, value, created_by, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?)
         on conflict (kind, value) where deleted_at is null do nothing
  returning id`,
    [newId("fushared"), kind, value, created_by, now, now]
  )
  return inserted.length > 0
}

/** @returns whether that changes anything */
export async function deleteShared(
  sql: Sql,
  { kind, value }: PersonKey
): Promise<boolean> {
  const deleted = await sql.execute(
    `delete from follow_up_shared_contact
      where kind = ? and value = ?
  returning id`,
    [kind, value]
  )
  return deleted.length > 0
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
