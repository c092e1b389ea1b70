import type {
  AdminAssignFollowUp,
  AdminCancelFollowUp,
  AdminCompleteFollowUp,
  AdminNoteFollowUp,
  AdminRecordFollowUpAttempt,
  AdminReopenFollowUp,
  AdminWaitFollowUp,
} from "../../src/api/admin/follow-ups/types"

/** A command on a task; `name` is the last segment of its route. */
export type Command = {
  /** Somebody else is calling the customer, and the user was told. */
  despite_call?: true
} & (
  | { name: "claim" }
  | { name: "calling" }
  | { name: "hang-up" }
  | { name: "assign"; body: AdminAssignFollowUp }
  | { name: "attempts"; body: AdminRecordFollowUpAttempt }
  | { name: "withdraw-attempt" }
  | { name: "wait"; body: AdminWaitFollowUp }
  | { name: "resume" }
  | { name: "complete"; body: AdminCompleteFollowUp }
  | { name: "cancel"; body: AdminCancelFollowUp }
  | { name: "cancel-order" }
  | { name: "reopen"; body: AdminReopenFollowUp }
  | { name: "notes"; body: AdminNoteFollowUp }
)

export const bodyOf = (command: Command): object => ({
  ...("body" in command && command.body),
  ...(command.despite_call && { despite_call: true }),
})
