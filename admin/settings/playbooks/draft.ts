import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/** A playbook while it is edited. */
export type Draft = { name: string; definition: PlaybookDefinition }

export type ChangeDefinition = (change: Partial<PlaybookDefinition>) => void

export function draftOf(playbook: AdminFollowUpPlaybook): Draft {
  return { name: playbook.name, definition: playbook.definition }
}

export function isChanged(draft: Draft, saved: Draft): boolean {
  return !isSame(draft, saved)
}

/** Whether the tasks that are open get other deadlines by it, so that it is tried out first. */
export function movesDeadlines(
  draft: PlaybookDefinition,
  saved: PlaybookDefinition
): boolean {
  return (
    draft.response_target_minutes !== saved.response_target_minutes ||
    draft.response_limit_minutes !== saved.response_limit_minutes ||
    draft.resolution_limit_minutes !== saved.resolution_limit_minutes ||
    draft.calendar_id !== saved.calendar_id
  )
}

/** Says the same, whatever the order of the keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index]))
    )
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].every((key) => isSame(one[key], other[key]))
  }
  return one === other
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
