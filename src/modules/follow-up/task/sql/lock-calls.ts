import type { PersonKey } from "../../contact/person"
import type { Sql } from "../../../../postgres/sql"

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
 * Locks the calls of whoever is found, and looks again until all who are found
 * are locked: two persons may become one while this waits for a lock.
 *
 * @returns the persons who were found last
 */
export async function lockCallsOf(
  sql: Sql,
  find: () => Promise<readonly string[]>
): Promise<readonly string[]> {
  const locked = new Set<string>()
  for (;;) {
    const person_ids = await find()
    const left = person_ids.filter((id) => !locked.has(id))
    if (left.length === 0) {
      return person_ids
    }
    await lockCalls(sql, left)
    left.forEach((id) => locked.add(id))
  }
}
