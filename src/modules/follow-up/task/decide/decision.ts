import type { Answers } from "./answers"
import type { RuleVersion } from "../../rules/rule-version"
import type { BusinessCalendar } from "../../../../business-time"
import type { CalendarOf } from "../../rules/calendars/calendars"
import type { OpenRequest } from "../open-request"
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

/** What a decision is made from: nothing else may influence it. */
export type Situation = {
  task: Task
  now: Date
  /** The person who commands; null for the shop's events and the clock. */
  actor_id: string | null
  calendar: BusinessCalendar
  /** What the task's past runs were counted in. */
  calendarOf: CalendarOf
  /** IANA zone of the calendar: where its days begin. */
  time_zone: string
  type: TaskType
  playbook: PlaybookVersion
  /** The type that gets a phone number from the customer. */
  phone_type: string | null
  /** For numbers without a prefix where the task knows no country. */
  default_country: string | null
  /** Steps of the clock that have fired for this task. */
  fired: ReadonlySet<string>
  last_attempt: LastAttempt | null
  last_note: { note: string; actor_id: string | null; at: Date } | null
}

export type Attempt = {
  channel: AttemptChannel
  outcome: AttemptOutcome
  note: string | null
  call_back_at: Date | null
  attempted_at: Date
  actor_id: string | null
}

/** An attempt that is written down, with what withdrawing it needs. */
export type LastAttempt = Attempt & {
  id: string
  withdrawn_at: Date | null
  /** What it changed of the task, as that was before. */
  before: Partial<Task>
}

export type Activity = {
  kind: ActivityKind
  data: ActivityData
  occurred_at: Date
  /** Set where the activity may exist only once for the task. */
  once: string | null
}

export type ActivityData = {
  assignee_id?: string | null
  /** The task is nobody's because the user who had it was deleted. */
  user_deleted?: boolean
  channel?: AttemptChannel
  outcome?: string
  note?: string
  until?: string
  waiting_reason?: WaitingReason
  reason?: string
  /** Which limit was breached; the response limit, where nothing is said. */
  deadline?: Deadline
  /** The step of the playbook's escalation, and what it did. */
  step_id?: string
  action?: EscalationAction
  skipped?: SkipReason
  fallback?: FallbackKind
  /** What the outcome asked for. */
  answers?: Answers
  /** Why a safe order needed no call. */
  reasons?: string[]
  /** A safe order that is called all the same, as a sample. */
  audit?: boolean
  /** What the task runs under from then on. */
  playbook?: RuleVersion
  calendar?: RuleVersion
}

/** Why a step of an escalation did nothing. */
export const SKIP_REASONS = [
  "deadline_passed",
  "superseded",
  "nobody_assigned",
  "already_so",
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** What a command changes. Empty activities: it changes nothing. */
export type Decision = {
  changes: Partial<Task>
  attempt: Attempt | null
  activities: Activity[]
  /** What leaves after the commit, beside the activities' events. */
  outbox?: OutboxItem[]
  /** The attempt that it takes back, and the request that went with it. */
  withdraws?: {
    attempt_id: string
    request: { key: string; opened_at: Date } | null
  }
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
