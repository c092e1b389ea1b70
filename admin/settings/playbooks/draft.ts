import { z } from "zod"
import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/** A playbook while it is edited. */
export type Draft = { name: string; definition: PlaybookDefinition }

/** What is wrong with one, the server alone says. */
export const draftSchema = z.object({
  name: z.string().trim(),
  definition: z.custom<PlaybookDefinition>(),
})

export type ChangeDefinition = (change: Partial<PlaybookDefinition>) => void

export function draftOf(playbook: AdminFollowUpPlaybook): Draft {
  return { name: playbook.name, definition: playbook.definition }
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
