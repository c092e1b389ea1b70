import type { BusinessCalendar } from "../../../business-time"
import type { Playbook } from "../playbooks"
import type { Task } from "../task"
import type { TimerStep } from "../timer-step"
import type {
  ActivityKind,
  AttemptChannel,
  AttemptOutcome,
  CancelReason,
  WaitingReason,
} from "../vocabulary"

/** What a decision is made from: nothing else may influence it. */
export type Situation = {
  task: Task
  now: Date
  /** The person who commands; null for the shop's events and the clock. */
  actor_id: string | null
  calendar: BusinessCalendar
  playbook: Playbook
  /** For numbers without a prefix where the task knows no country. */
  default_country: string | null
  /** Steps of the clock that have fired for this task. */
  fired: ReadonlySet<TimerStep>
  last_attempt: Attempt | null
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

export type Activity = {
  kind: ActivityKind
  data: ActivityData
  occurred_at: Date
  /** Set where the activity may exist only once for the task. */
  once: string | null
}

export type ActivityData = {
  assignee_id?: string | null
  channel?: AttemptChannel
  outcome?: string
  note?: string
  until?: string
  waiting_reason?: WaitingReason
  reason?: CancelReason
}

/** What a command changes. Empty activities: it changes nothing. */
export type Decision = {
  changes: Partial<Task>
  attempt: Attempt | null
  activities: Activity[]
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
