import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { Contact } from "../contact/contact"
import {
  groupByPerson,
  keyText,
  type PersonKey,
  personKeys,
} from "../contact/person"
import {
  lockCalls,
  lockPersons,
  selectPersons,
  selectShared,
  selectTasksOfPersons,
  updateLeads,
  updatePersons,
} from "./sql/persons"

/**
 * Locks whose contacts these are, and then their calls: every transaction in
 * this order, and all it needs at once, so that two never wait for each other.
 *
 * @param others - further persons whose calls are to be locked
 */
export async function lockPersonsOf(
  sql: Sql,
  keys: readonly PersonKey[],
  others: Iterable<string> = []
): Promise<void> {
  await lockPersons(sql, keys)
  const locked = new Set<string>()
  const wanted = new Set(others)
  for (;;) {
    for (const { person_id } of await selectPersons(sql, keys)) {
      wanted.add(person_id)
    }
    // Two persons may become one while this waits for their locks.
    const left = [...wanted].filter((id) => !locked.has(id))
    if (left.length === 0) {
      return
    }
    await lockCalls(sql, left)
    left.forEach((id) => locked.add(id))
  }
}

/** Whose a contact is. */
export type FoundPerson = {
  person_id: string
  /** Persons that turn out to be the same one: see `regroupPersons`. */
  others: string[]
}

/**
 * The person of a contact: a known one, or a new one. Call it under
 * `lockPersonsOf`.
 */
export async function findPerson(
  sql: Sql,
  contact: Pick<Contact, "customer_id" | "email" | "phone_e164">
): Promise<FoundPerson> {
  const keys = personKeys(contact)
  const found = keys.length > 0 ? await selectPersons(sql, keys) : []
  const [person_id, ...others] = new Set(found.map((known) => known.person_id))
  return { person_id: person_id ?? newId("fuperson"), others }
}

/**
 * Decides again which tasks of these persons belong together, after a contact
 * was changed or several persons turned out to be one. A person keeps its id as
 * long as it keeps its oldest task. Call it under `lockPersonsOf`.
 */
export async function regroupPersons(
  sql: Sql,
  person_ids: Iterable<string>
): Promise<Regrouped> {
  const tasks = await selectTasksOfPersons(sql, person_ids)
  const keys = new Map<string, PersonKey>(
    tasks.flatMap(personKeys).map((key) => [keyText(key), key])
  )
  const shared = new Set(
    (await selectShared(sql, [...keys.values()])).map(keyText)
  )
  const taken = new Set<string>()
  const moved: { id: string; person_id: string }[] = []
  for (const group of groupByPerson(tasks, (key) => shared.has(keyText(key)))) {
    const kept = group.find((task) => !taken.has(task.person_id))
    const person_id = kept?.person_id ?? newId("fuperson")
    taken.add(person_id)
    for (const task of group) {
      if (task.person_id !== person_id) {
        moved.push({ id: task.id, person_id })
      }
    }
  }
  await updatePersons(sql, moved)
  if (moved.length > 0) {
    await updateLeads(sql, taken)
  }
  return { person_ids: taken, is_changed: moved.length > 0 }
}

/** The persons that there are afterwards, and whether any task is another's. */
type Regrouped = { person_ids: Set<string>; is_changed: boolean }
