import type { WhenOrderOff } from "../../../../desk/playbook"
import type {
  Deadline,
  FallbackKind,
  Priority,
  TaskStatus,
  TimerLevel,
  TimerState,
  WaitingReason,
} from "../../../../modules/follow-up"

/** An instant, as ISO 8601 in UTC. */
export type Instant = string

export type AdminFollowUpPerson = {
  id: string
  /** First and last name, or the e-mail address where there is no name. */
  name: string
  email: string
}

/** The state of a task's clock, as of the response's `now`. */
export type AdminFollowUpTimer = {
  state: TimerState
  level: TimerLevel
  /** What `business_seconds_left` counts down to. */
  counting_to: Deadline | null
  /**
   * Business seconds until `counting_to`; negative is the business time since
   * the breach. Decreases by one each second while `state` is `running`, and
   * stands still otherwise. `null` if nothing is being counted.
   */
  business_seconds_left: number | null
  /**
   * When state, level or counting_to change without a command; refetch then.
   */
  next_change_at: Instant | null
  /** When the shop opens, while `state` is `closed`. */
  opens_at: Instant | null
}

/** One order or matter of a call. */
export type AdminFollowUpOfCall = {
  id: string
  type: string
  status: TaskStatus
  order_id: string | null
  order_display_id: number | null
}

/** What a person has open: one row of the queue, one sheet, one phone call. */
export type AdminFollowUpCall = {
  /** Tasks of the same person have the same. */
  person_id: string
  /** How many tasks are open or waiting. */
  task_count: number
  /** At most twenty of them, the one that stands in the queue first. */
  tasks: AdminFollowUpOfCall[]
  /**
   * Whom to call: of the task with a number that can be called, or else with a
   * number, or else of the one that stands first. A number at which somebody
   * else answered is none.
   */
  contact: {
    task_id: string
    phone: string | null
    phone_e164: string | null
    email: string | null
  }
  /** What its orders come to, each counted once, by currency. */
  totals: { currency_code: string; total: number }[]
  /** Attempts so far, on the task that has most. */
  attempt_count: number
  /**
   * Another task of it, whose timer is the call's: it has a worse level than
   * this one, or the same and less time. A row of the queue shows that timer.
   * Null if no other is more urgent.
   */
  runs_out_first: AdminFollowUpAlone | null
  /** Who is calling the customer at this moment. */
  calling: { actor: AdminFollowUpPerson; since: Instant } | null
}

/** A task by itself. */
export type AdminFollowUpAlone = Omit<AdminFollowUp, "other_phones" | "call">

export type AdminFollowUp = {
  id: string
  /** Declared by a kind of work. */
  type: string
  status: TaskStatus
  /** Data that its kind of work stores with the task. */
  data: Record<string, unknown>
  order_id: string | null
  order_display_id: number | null
  customer_id: string | null
  customer_name: string | null
  email: string | null
  /** As the customer typed it. Render it as text. */
  phone: string | null
  /**
   * The number to call, such as `+380671234567`; null if what was typed contains
   * no valid number.
   */
  phone_e164: string | null
  /**
   * Further numbers in what was typed, in E.164, without those at which somebody
   * else answered.
   */
  other_phones: string[]
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
  /**
   * IANA zones of the customer's country. With several, the local time is known
   * only as a range.
   */
  customer_time_zones: string[]
  currency_code: string | null
  /** In major units of `currency_code`, tax included. */
  order_total: number | null
  assignee: AdminFollowUpPerson | null
  opened_at: Instant
  response_target_at: Instant
  response_limit_at: Instant
  /** When it must be completed; null if its playbook sets no such limit. */
  resolution_limit_at: Instant | null
  /** When the first attempt was made, which meets target and limit. */
  responded_at: Instant | null
  /** When the customer was first reached. */
  first_contact_at: Instant | null
  /**
   * The next unmet deadline: the target, then the limit once the target has
   * passed, then the resolution limit once the task was answered.
   */
  deadline_at: Instant | null
  /** When the task needs a person; the queue is sorted by it. */
  due_at: Instant | null
  waiting_until: Instant | null
  waiting_reason: WaitingReason | null
  attempt_count: number
  /** One of `allowed_outcomes`, once completed. */
  outcome: string | null
  completed_at: Instant | null
  canceled_at: Instant | null
  /** One of the task types' `cancel_reasons`, once canceled. */
  cancel_reason: string | null
  /** The queue shows urgent tasks first. */
  priority: Priority
  /** What to do once the attempts are used up; null before that. */
  fallback: FallbackKind | null
  /** What follows an outcome that leads to canceling the order. */
  when_order_off: WhenOrderOff
  /** What the customer wrote with the order. Render it as text. */
  customer_comment: string | null
  /** Numbers at which somebody else answered. */
  wrong_phones: string[]
  /** The outcomes that this task may be completed with, the usual one first. */
  allowed_outcomes: string[]
  /** The outcomes among them for which the customer was reached. */
  reached_outcomes: string[]
  calendar: { id: string; name: string; version: number; time_zone: string }
  playbook: { id: string; name: string; version: number }
  timer: AdminFollowUpTimer
  /** The call that it is part of; null once it is closed. */
  call: AdminFollowUpCall | null
  created_at: Instant
  updated_at: Instant
}

/**
 * `GET /admin/follow-ups/:id`, and the response to every command. A caller
 * without the policy `follow_up:read` is answered with `id` and `status` only.
 */
export type AdminFollowUpResponse = { follow_up: AdminFollowUp; now: Instant }

/** One step of a deadline's explanation, in chronological order. */
export type AdminFollowUpExplanationStep =
  | {
      kind: "window"
      start: Instant
      end: Instant
      /** Business seconds used in this window. */
      business_seconds: number
    }
  | {
      kind: "closed"
      start: Instant
      end: Instant
      reason: "outside_hours" | "day_off" | "exception"
      /** The exception's label, such as the name of a holiday. */
      label: string | null
    }

/** `GET /admin/follow-ups/:id/explanation` */
export type AdminFollowUpExplanationResponse = {
  explanation: {
    opened_at: Instant
    time_zone: string
    deadlines: {
      deadline: Deadline
      /**
       * `opened_at`, or when the clock last resumed before the deadline was
       * settled.
       */
      from: Instant
      at: Instant
      /** Counted from `from` to `at`. */
      business_seconds: number
      /** Business seconds that had been used before `from`. */
      banked_seconds: number
      steps: AdminFollowUpExplanationStep[]
    }[]
    /** The playbook that it was computed with. */
    playbook: { id: string; name: string; version: number }
    calendar: { id: string; name: string; version: number }
  }
  now: Instant
}
