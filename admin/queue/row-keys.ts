import type { FollowUp } from "../api/follow-up"

/** The key of the row in which each task is or was shown, by its id. */
export type RowKeys = ReadonlyMap<string, string>

type Shown = Pick<FollowUp, "id"> & {
  call: Pick<NonNullable<FollowUp["call"]>, "person_id" | "tasks"> | null
}

/**
 * Keys the rows of a list by their persons, so that a row stays the same when
 * another task of its call leads. A closed task keeps the row that it had,
 * unless its person has a row already.
 */
export function rowKeys<TTask extends Shown>(
  tasks: readonly TTask[],
  before: RowKeys
): { rows: { key: string; task: TTask }[]; keys: RowKeys } {
  const taken = new Set(tasks.flatMap(({ call }) => call?.person_id ?? []))
  const keys = new Map(before)
  const rows = tasks.map((task) => {
    const key = task.call?.person_id ?? freeKey(task.id, before, taken)
    taken.add(key)
    keys.set(task.id, key)
    task.call?.tasks.forEach(({ id }) => keys.set(id, key))
    return { key, task }
  })
  return { rows, keys }
}

function freeKey(
  id: string,
  before: RowKeys,
  taken: ReadonlySet<string>
): string {
  const was = before.get(id)
  return was !== undefined && !taken.has(was) ? was : id
}
