import type { WaitingReason } from "../../modules/follow-up"
import { momentOf } from "../../refusals"
import { type CommandInput, commandWorkflow } from "./command-workflow"

export type WaitTaskInput = CommandInput & {
  /** When the task resumes by itself: in the future, at most a year ahead. */
  until: Date | string
  reason?: WaitingReason
  note?: string | null
}

/** Makes a task wait until a time; an unmet response timer is paused. */
export const waitTaskWorkflow = commandWorkflow<WaitTaskInput>(
  "follow-ups-wait-task",
  ({ until, reason, note }) => ({
    kind: "wait",
    until: momentOf(until, ["until"]),
    reason: reason ?? "other",
    note: note ?? null,
  })
)
