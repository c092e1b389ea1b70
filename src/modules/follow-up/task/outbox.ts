import type { FollowUpEventData, TaskReference } from "./events"
import type { AttemptChannel } from "../../../desk/attempts"
import type { Deadline } from "../../../desk/playbook"

/** Delivered after the commit, at least once, with its id as a key. */
export type OutboxItem =
  | { kind: "event"; name: string; data: FollowUpEventData }
  | { kind: "notification"; name: "escalation"; data: EscalationNotice }
  | { kind: "action"; name: string; data: EscalationNotice }
  | MessageItem

/**
 * The message of an attempt, by its channel. What it says is read from the
 * attempt when it is sent, so that it is stored only once.
 */
export type MessageItem = {
  kind: "message"
  name: AttemptChannel
  data: { task_id: string; attempt_id: string }
}

/** The content of an escalation's notice, without personal data. */
export type EscalationNotice = TaskReference & {
  order_display_id: number | null
  step_id: string
  deadline: Deadline
  /** When the deadline passes or passed, as ISO 8601. */
  deadline_at: string
  /** Whether the deadline is still ahead. */
  is_warning: boolean
  /** The recipient; null for everyone. */
  user_id: string | null
  email: boolean
}
