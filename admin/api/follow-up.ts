import type {
  AdminFollowUp,
  AdminFollowUpAlone,
  Instant,
} from "../../src/api/admin/follow-ups/types"

/** A task, with the moment at which its timer was read. */
export type FollowUp = AdminFollowUp & { as_of: Instant }

/** The same without its call. */
export type FollowUpAlone = AdminFollowUpAlone & { as_of: Instant }

export function stamped(task: AdminFollowUp, now: Instant): FollowUp {
  return { ...task, as_of: now }
}

/** The task whose timer is that of the call: itself, or a more urgent one. */
export function runsOutFirst(task: FollowUp): FollowUpAlone {
  const first = task.call?.runs_out_first
  return first ? { ...first, as_of: task.as_of } : task
}
