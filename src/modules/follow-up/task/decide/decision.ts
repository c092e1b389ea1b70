import type { Answers } from "./answers"
import type { RuleVersion } from "../../rules/rule-version"
import type { BusinessCalendar } from "../../../../business-time"
import type { CalendarOf } from "../../rules/calendars/calendars"
import type { OpenRequest } from "../open-request"
import type { KeptMessage, Message } from "../message"
import type { OutboxItem } from "../outbox"
import type { PlaybookVersion } from "../../rules/playbooks/playbook"
import type {
  Deadline,
  EscalationAction,
  FallbackKind,
} from "../../../../desk/playbook"
import type { TaskType } from "../../rules/playbooks/task-types"
import type { Task, WaitingReason } from "../task"
import type { ActivityKind } from "../activity"
import type { AttemptChannel, AttemptOutcome } from "../../../../desk/attempts"

/** All inputs of a decision. */
export type Situation = {
  task: Task
  now: Date
  /**
   * The user who sends the command; null for the shop's events and the clock.
   */
  actor_id: string | null
  calendar: BusinessCalendar
  /** Finds the calendars in which the task's past runs were counted. */
  calendarOf: CalendarOf
  /** IANA zone of the calendar, in which its days start. */
  time_zone: string
  type: TaskType
  playbook: PlaybookVersion
  /** The type that collects a phone number from the customer. */
  phone_type: string | null
  /** For numbers without a prefix if the task has no country. */
  default_country: string | null
  /** Timer steps that have fired for this task. */
  fired: ReadonlySet<string>
  last_attempt: LastAttempt | null
  /** A key says whether the command was sent before. */
  is_keyed?: boolean
  last_note: { note: string; actor_id: string | null; at: Date } | null
}

export type Attempt = {
  channel: AttemptChannel
  outcome: AttemptOutcome
  note: string | null
  call_back_at: Date | null
  attempted_at: Date
  actor_id: string | null
  /** What was done for the customer has recorded it. */
  by_deed?: boolean
  /** What is sent to the customer. */
  message?: Message | null
}

/** A stored attempt, with what is needed to withdraw it. */
export type LastAttempt = Omit<Attempt, "message"> & {
  id: string
  message?: KeptMessage | null
  withdrawn_at: Date | null
  /** The values that it changed on the task. */
  before: Partial<Task>
}

export type Activity = {
  kind: ActivityKind
  data: ActivityData
  occurred_at: Date
  /** Set if the task may have this activity only once. */
  once: string | null
}

export type ActivityData = {
  assignee_id?: string | null
  /** The task became unassigned because its user was deleted. */
  user_deleted?: boolean
  channel?: AttemptChannel
  outcome?: string
  /** What was done for the customer has recorded the attempt. */
  by_deed?: true
  note?: string
  until?: string
  waiting_reason?: WaitingReason
  reason?: string
  /** Why a message could not be sent. */
  error?: string
  /** What has changed, as its kind of work declares it. */
  change?: string
  /** The limit that was breached; if omitted, the response limit. */
  deadline?: Deadline
  /** The step of the playbook's escalation. */
  step_id?: string
  action?: EscalationAction
  skipped?: SkipReason
  fallback?: FallbackKind
  /** The customer did it without us, as by a link. */
  by_customer?: true
  /** The customer did not answer while they could, as by a link. */
  no_reply?: true
  /** The fields that the outcome asked for. */
  answers?: Answers
  /** Why a safe order needed no call. */
  reasons?: string[]
  /** A safe order that is called anyway, as a sample. */
  audit?: boolean
  /** The playbook that applies from then on. */
  playbook?: RuleVersion
  calendar?: RuleVersion
}

/** Why an escalation step was skipped. */
export const SKIP_REASONS = [
  "deadline_passed",
  "superseded",
  "nobody_assigned",
  "already_so",
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** The changes of a command. Without activities, it changes nothing. */
export type Decision = {
  changes: Partial<Task>
  attempt: Attempt | null
  activities: Activity[]
  /** Delivered after the commit, besides the activities' events. */
  outbox?: OutboxItem[]
  /** The attempt that it withdraws, and the request that the attempt opened. */
  withdraws?: {
    attempt_id: string
    request: { key: string; opened_at: Date } | null
  }
  /** The attempt whose message could not be sent. */
  fails?: { attempt_id: string; error: string }
  /** Tasks that are opened with it. */
  open?: OpenRequest[]
}

export const UNCHANGED: Decision = {
  changes: {},
  attempt: null,
  activities: [],
}

export function activity(
  kind: ActivityKind,
  occurred_at: Date,
  data: ActivityData = {},
  once: string | null = null
): Activity {
  return { kind, data: withoutEmpty(data), occurred_at, once }
}

function withoutEmpty(data: ActivityData & { note?: string | null }) {
  const { note, ...facts } = data
  return note ? { ...facts, note } : facts
}
