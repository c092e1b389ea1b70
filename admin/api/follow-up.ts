import type {
  AdminFollowUp,
  Instant,
} from "../../src/api/admin/follow-ups/types"

/** A task with the moment that its timer was read at. */
export type FollowUp = AdminFollowUp & { as_of: Instant }

export function stamped(task: AdminFollowUp, now: Instant): FollowUp {
  return { ...task, as_of: now }
}
