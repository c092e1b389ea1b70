import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"

export type PlaybookGroup = {
  type: string
  playbooks: AdminFollowUpPlaybook[]
}

/** Playbooks by type, in matching order; types in the order of `types`. */
export function groupByType(
  playbooks: readonly AdminFollowUpPlaybook[],
  types: readonly string[]
): PlaybookGroup[] {
  const all = [...new Set([...types, ...playbooks.map(({ type }) => type)])]
  return all
    .map((type) => ({
      type,
      playbooks: playbooks
        .filter((playbook) => playbook.type === type)
        .sort((a, b) => a.position - b.position),
    }))
    .filter((group) => group.playbooks.length > 0)
}

/**
 * Moves an item of the list; returns the same list if it cannot be moved there.
 */
export function moved<TItem>(
  list: readonly TItem[],
  from: number,
  to: number
): readonly TItem[] {
  const item = list[from]
  if (item === undefined || from === to || to < 0 || to >= list.length) {
    return list
  }
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}
