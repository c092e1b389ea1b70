import type { Contact } from "./contact"

/** What makes two tasks one person's. */
export type PersonKey = {
  kind: "customer" | "email" | "phone"
  value: string
}

/** A customer record is one customer's: it is never shared. */
export type SharedKey = PersonKey & { kind: "email" | "phone" }

/** What identifies a person. */
export type Keyed = Pick<Contact, "customer_id" | "email" | "phone_e164">

/**
 * What identifies the person of a task: the customer record, the e-mail address
 * in lower case, and the E.164 number.
 */
export function personKeys(contact: Keyed): PersonKey[] {
  const values: Record<PersonKey["kind"], string | null | undefined> = {
    customer: contact.customer_id,
    email: contact.email?.toLowerCase(),
    phone: contact.phone_e164,
  }
  return (["customer", "email", "phone"] as const).flatMap((kind) => {
    const value = values[kind]
    return value ? [{ kind, value }] : []
  })
}

/** A key as one text, for maps. */
export const keyText = ({ kind, value }: PersonKey): string =>
  `${kind}:${value}`

/** Whether two contacts are identified by the same keys. */
export function hasSameKeys(one: Keyed, other: Keyed): boolean {
  const [keys, others] = [one, other].map((contact) =>
    personKeys(contact).map(keyText).join("\n")
  )
  return keys === others
}

/**
 * Groups tasks by person: those that share a key, directly or through others.
 *
 * @param isShared - whether several people use a number or an address, so that
 * it joins nobody
 * @returns the groups and what is in them in the order of `items`
 */
export function groupByPerson<Item extends Keyed>(
  items: readonly Item[],
  isShared: (key: PersonKey) => boolean
): Item[][] {
  const groups: Group[] = []
  const byKey = new Map<string, Group>()
  for (const [index, item] of items.entries()) {
    const keys = personKeys(item)
      .filter((key) => !isShared(key))
      .map(keyText)
    const joined = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    const [first, ...others] = joined
    const group = first ?? { keys: [], indexes: [] }
    if (!first) {
      groups.push(group)
    }
    for (const other of others) {
      group.indexes.push(...other.indexes)
      group.keys.push(...other.keys)
      groups.splice(groups.indexOf(other), 1)
    }
    group.indexes.push(index)
    group.keys.push(...keys)
    for (const key of others.length > 0 ? group.keys : keys) {
      byKey.set(key, group)
    }
  }
  return groups
    .map(({ indexes }) => indexes.sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((indexes) => indexes.flatMap((index) => items[index] ?? []))
}

type Group = { keys: string[]; indexes: number[] }
