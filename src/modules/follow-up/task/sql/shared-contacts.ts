import type { PersonKey, SharedKey } from "../../contact/person"
import { newId } from "../../../../postgres/new-id"
import type { Sql } from "../../../../postgres/sql"
import { instant } from "./task-row"

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
