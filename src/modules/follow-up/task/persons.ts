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
  lockTasksOfPersons,
  selectPersons,
  selectShared,
  updateLeads,
  updatePersons,
} from "./sql/persons"

/** Whose a contact is. */
export type FoundPerson = {
  person_id: string
  /** Persons that turn out to be the same one: see `regroupPersons`. */
  others: string[]
}

/**
 * The person of a contact: a known one, or a new one. Call it under
 * `lockPersons`.
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
 * long as it keeps its oldest task. Call it under `lockPersons`.
 *
 * @returns the persons that there are now
 */
export async function regroupPersons(
  sql: Sql,
  person_ids: readonly string[]
): Promise<string[]> {
  const tasks = await lockTasksOfPersons(sql, person_ids)
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
  return [...taken]
}
