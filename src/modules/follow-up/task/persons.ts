import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import {
  groupByPerson,
  type Keyed,
  keyText,
  type PersonKey,
  personKeys,
} from "../contact/person"
import { lockCallsOf, lockPersons } from "./sql/lock-calls"
import {
  selectPersons,
  selectRecords,
  selectTasksOfPersons,
  updatePersons,
} from "./sql/persons"
import { selectShared } from "./sql/shared-contacts"
import { updateLeads } from "./sql/leads"

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
  const wanted = new Set(others)
  await lockCallsOf(sql, async () => {
    for (const { person_id } of await selectPersons(sql, keys)) {
      wanted.add(person_id)
    }
    return [...wanted]
  })
}

/** Whose a contact is. */
export type FoundPerson = {
  person_id: string
  /** Nothing of theirs is known yet. */
  is_new: boolean
  /** Persons that turn out to be the same one: see `regroupPersons`. */
  others: string[]
}

/**
 * The person of a contact: a known one, or a new one. Call it under
 * `lockPersonsOf`.
 */
export async function findPerson(
  sql: Sql,
  contact: Keyed
): Promise<FoundPerson> {
  const keys = personKeys(contact)
  const found = keys.length > 0 ? await selectPersons(sql, keys) : []
  const [person_id, ...others] = new Set(found.map((known) => known.person_id))
  return {
    person_id: person_id ?? newId("fuperson"),
    is_new: person_id === undefined,
    others,
  }
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

/** What is known of whose a contact is. */
export type KnownPerson = {
  /** Several if the contact is the first that they have in common. */
  person_ids: string[]
  /** The customer records of their tasks, and the contact's own. */
  customer_ids: string[]
  /** Their addresses and the contact's own, in lower case, but shared ones. */
  emails: string[]
  /** The orders that their tasks are about. */
  order_ids: string[]
}

/** What is known of whose these contacts are, in their order. */
export async function knownPersons(
  sql: Sql,
  contacts: readonly Keyed[]
): Promise<KnownPerson[]> {
  const keys = contacts.flatMap(personKeys)
  if (keys.length === 0) {
    return contacts.map(() => ({
      person_ids: [],
      customer_ids: [],
      emails: [],
      order_ids: [],
    }))
  }
  const found = await selectPersons(sql, keys)
  const records = await selectRecords(
    sql,
    found.map(({ person_id }) => person_id)
  )
  const emails = records.flatMap(({ email }) => email ?? [])
  const shared = await selectShared(sql, [
    ...keys,
    ...emails.map((value) => ({ kind: "email" as const, value })),
  ])
  const isOwn = (email: string) =>
    !shared.some(({ kind, value }) => kind === "email" && value === email)
  return contacts.map((contact) => {
    const own = personKeys(contact)
    const texts = own.map(keyText)
    const person_ids = found
      .filter((known) => texts.includes(keyText(known)))
      .map(({ person_id }) => person_id)
    const theirs = records.filter(({ person_id }) =>
      person_ids.includes(person_id)
    )
    const valuesOf = (kind: PersonKey["kind"]) =>
      own.flatMap((key) => (key.kind === kind ? key.value : []))
    return {
      person_ids: [...new Set(person_ids)],
      customer_ids: [
        ...new Set([
          ...valuesOf("customer"),
          ...theirs.flatMap(({ customer_id }) => customer_id ?? []),
        ]),
      ],
      emails: [
        ...new Set([
          ...valuesOf("email"),
          ...theirs.flatMap(({ email }) => email ?? []),
        ]),
      ].filter(isOwn),
      order_ids: [...new Set(theirs.flatMap(({ order_id }) => order_id ?? []))],
    }
  })
}
