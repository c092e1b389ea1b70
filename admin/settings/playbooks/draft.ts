import { z } from "zod"
import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/** A playbook being edited. */
export type Draft = { name: string; definition: PlaybookDefinition }

/** Only the server validates a playbook. */
export const draftSchema = z.object({
  name: z.string().trim(),
  definition: z.custom<PlaybookDefinition>(),
})

export type ChangeDefinition = (change: Partial<PlaybookDefinition>) => void

export function draftOf(playbook: AdminFollowUpPlaybook): Draft {
  return { name: playbook.name, definition: playbook.definition }
}

/**
 * Whether the change moves deadlines of open tasks; then it needs a dry run.
 */
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
