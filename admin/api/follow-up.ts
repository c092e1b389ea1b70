import type {
  AdminFollowUp,
  Instant,
} from "../../src/api/admin/follow-ups/types"

/** A task, with the moment at which its timer was read. */
export type FollowUp = AdminFollowUp & { as_of: Instant }

export function stamped(task: AdminFollowUp, now: Instant): FollowUp {
  return { ...task, as_of: now }
}
