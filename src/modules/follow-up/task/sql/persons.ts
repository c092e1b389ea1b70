import { type PersonKey } from "../../contact/person"
import type { Sql } from "../../../../postgres/sql"
import type { Task } from "../task"
import { newId } from "../../../../postgres/new-id"
import { instant, TASK_COLUMNS, type TaskRow, toTask } from "./task-row"

/** Few enough for PostgreSQL's table of locks, however many keys are locked. */
const BUCKETS = 256

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

/** Locks what these persons have open, in the order of the tasks' ids. */
export async function lockCalls(
  sql: Sql,
  person_ids: readonly string[]
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id in (select value from jsonb_array_elements_text(?::jsonb))
        and status in ('open', 'waiting') and deleted_at is null
      order by id
        for update`,
    [JSON.stringify(person_ids)]
  )
  return rows.map(toTask)
}

/** Locks every task of these persons, closed ones too. */
export async function lockTasksOfPersons(
  sql: Sql,
  person_ids: readonly string[]
): Promise<Task[]> {
  const rows = await sql.execute<TaskRow[]>(
    `select ${TASK_COLUMNS.join(", ")}
       from follow_up_task
      where person_id in (select value from jsonb_array_elements_text(?::jsonb))
        and deleted_at is null
      order by id
        for update`,
    [JSON.stringify(person_ids)]
  )
  return rows.map(toTask)
}

/** Gives locked tasks other persons. */
export async function updatePersons(
  sql: Sql,
  tasks: readonly Pick<Task, "id" | "person_id">[]
): Promise<void> {
  if (tasks.length === 0) {
    return
  }
  await sql.execute(
    `update follow_up_task as task
        set person_id = given.person_id
       from jsonb_to_recordset(?::jsonb) as given (id text, person_id text)
      where task.id = given.id`,
    [JSON.stringify(tasks.map(({ id, person_id }) => ({ id, person_id })))]
  )
}

/** A number or an address that several people use. */
export type SharedContact = PersonKey & {
  created_by: string | null
  created_at: Date
}

/** The numbers and addresses that several people use, the newest first. */
export async function selectSharedContacts(sql: Sql): Promise<SharedContact[]> {
  const rows = await sql.execute<
    (Omit<SharedContact, "created_at"> & { created_at: string })[]
  >(
    `select kind, value, created_by, created_at
       from follow_up_shared_contact
      where deleted_at is null
      order by created_at desc, id desc`
  )
  return rows.map((row) => ({ ...row, created_at: instant(row.created_at) }))
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
 * Chooses again which task leads each of these persons' calls: the first in the
 * queue's order. A call that another transaction has locked is left to it.
 */
export async function updateLeads(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<void> {
  await sql.execute(
    `with locked as materialized (
       select id, person_id, priority, due_at, opened_at, leads
         from follow_up_task
        where person_id in
              (select value from jsonb_array_elements_text(?::jsonb))
          and status in ('open', 'waiting') and deleted_at is null
        order by id
          for update skip locked
     ), ranked as (
       select id, leads,
              row_number() over (
                partition by person_id
                order by priority desc, due_at, opened_at, id) = 1 as is_first
         from locked
        where (select count(*) from locked as mine
                where mine.person_id = locked.person_id)
              = (select count(*) from follow_up_task as task
                  where task.person_id = locked.person_id
                    and task.status in ('open', 'waiting')
                    and task.deleted_at is null)
     )
     update follow_up_task as task
        set leads = ranked.is_first
       from ranked
      where task.id = ranked.id and ranked.leads <> ranked.is_first`,
    [JSON.stringify([...new Set(person_ids)])]
  )
}
