import type { FactsSection } from "../../../desk/handlers"
import type {
  ActivityKind,
  Deadline,
  EscalationAction,
  FallbackKind,
  Health,
  Priority,
  QueueTab,
  SkipReason,
  TaskStatus,
  TimerLevel,
  TimerState,
  WaitingReason,
} from "../../../modules/follow-up"
import type { AttemptChannel, AttemptOutcome } from "../../../desk/attempts"
import type { OrderDeed } from "../../../desk/kind"
import type { WhenOrderOff } from "../../../desk/playbook"
import type { EarlierOrder } from "../../../shop/earlier-orders"
import type {
  DeskNoteKey,
  ItemToReadOut,
  OrderToReadOut,
} from "../../../shop/order-to-read-out"
import type {
  RefusalCode,
  RefusalPath,
  RefusalValue,
  RefusalValues,
} from "../../../refusals"

export type { DeskNoteKey as AdminFollowUpDeskNoteKey }
export type { ItemToReadOut as AdminFollowUpCallSheetItem }
export type { EscalationAction, RefusalCode, RefusalValue, SkipReason }

/** Why a request was refused, with status 400, 403 or 404. */
export type AdminFollowUpRefusal = {
  /**
   * Medusa's error type: `invalid_data`, `not_allowed`, `not_found` or
   * `forbidden`.
   */
  type: string
  /** Identifies the refusal; never changes. */
  code: RefusalCode
  /** In English, with the values filled in. */
  message: string
  /** The path of the field in the request; empty if no field is at fault. */
  path: RefusalPath
  /** The values in the message, and further details. */
  values: RefusalValues
  /** Further refusals of a playbook; omitted if there are none. */
  further?: Omit<AdminFollowUpRefusal, "further">[]
}

export type {
  ActivityKind,
  AttemptChannel,
  AttemptOutcome,
  Deadline,
  FallbackKind,
  Health,
  Priority,
  QueueTab,
  TaskStatus,
  TimerLevel,
  TimerState,
  WaitingReason,
}

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
   * number, or else of the one that stands first.
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
  /** Who is calling the customer at this moment. */
  calling: { actor: AdminFollowUpPerson; since: Instant } | null
}

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
  /** One of `allowed_outcomes`, once completed. */
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

export type AdminFollowUpAttempt = {
  id: string
  task_id: string
  channel: string
  outcome: AttemptOutcome
  note: string | null
  /** When the customer asked to be called, for `call_back_later`. */
  call_back_at: Instant | null
  attempted_at: Instant
  actor: AdminFollowUpPerson | null
  /** What was sent from the sheet; null if nothing was. */
  message: AdminFollowUpMessage | null
}

/** A message to the customer, as it was sent. */
export type AdminFollowUpMessage = {
  /** An e-mail address, or a phone number in E.164. */
  to: string
  /** Of an e-mail. */
  subject: string | null
  text: string
  status: "pending" | "sent" | "failed"
  /** Why it could not be sent, in the provider's words. */
  error: string | null
}

export type AdminFollowUpActivity = {
  id: string
  task_id: string
  kind: ActivityKind
  /** Its keys depend on `kind`. */
  data: AdminFollowUpActivityData
  /** The person, or null for the shop's events and the clock. */
  actor: AdminFollowUpPerson | null
  occurred_at: Instant
}

export type AdminFollowUpActivityData = {
  assignee?: AdminFollowUpPerson | null
  /**
   * With `assigned`: the task became unassigned because its user was deleted.
   */
  user_deleted?: boolean
  channel?: string
  outcome?: string
  note?: string
  until?: Instant | null
  waiting_reason?: WaitingReason
  reason?: string
  /** With `message_failed`: what the provider said. */
  error?: string
  /** With `breached`: `resolution_limit`; if omitted, the response limit. */
  deadline?: Deadline
  /** With `escalated` and `escalation_skipped`: the step of the playbook. */
  step_id?: string
  action?: EscalationAction
  skipped?: SkipReason
  fallback?: FallbackKind
  /** With `completed`: the fields that the outcome asked for. */
  answers?: Record<string, string | number>
  /** Why a safe order needed no call. */
  reasons?: string[]
  /** With `opened`: a safe order that is called anyway, as a sample. */
  audit?: boolean
  /**
   * With `opened` and `rules_changed`: the playbook that applies from then on.
   */
  playbook?: { id: string; name: string; version: number }
  calendar?: { id: string; name: string; version: number }
}

/** `GET /admin/follow-ups` and `POST /admin/follow-ups/search` */
export type AdminFollowUpListResponse = {
  follow_ups: AdminFollowUp[]
  /**
   * Exact for a tab without other filters, but for `all`; otherwise longer lists
   * than 10,000, and 1,000 for a search, are not counted to the end.
   */
  count: number
  limit: number
  offset: number
  /** The server's clock. */
  now: Instant
}

/**
 * Query of `GET /admin/follow-ups` and body of `POST /admin/follow-ups/search`;
 * all filters combine.
 */
export type AdminFollowUpListParams = {
  tab?: QueueTab
  /** Only tasks that this tab does not show: a search finds them elsewhere. */
  outside?: QueueTab
  status?: TaskStatus[]
  type?: string[]
  /** A user's id, `me`, or `nobody`. */
  assignee_id?: string
  order_id?: string
  customer_id?: string
  late?: boolean
  due_before?: Instant
  /**
   * Order number, customer name, e-mail or digits of the phone number. In a
   * query it is written to request logs, in a body it is not.
   */
  q?: string
  /**
   * `due_at`, `opened_at`, `order_total` or `updated_at`, with `-` in front for
   * descending. Default `due_at`, on the tab `all` `-opened_at`. Totals are
   * sorted within each currency, and currencies by their code.
   */
  order?: string
  /** 1 to 200, default 50. */
  limit?: number
  offset?: number
}

/**
 * `GET /admin/follow-ups/counts`, and the event `counts` of
 * `GET /admin/follow-ups/counts/stream`
 */
export type AdminFollowUpCountsResponse = {
  /** That of the tab `all` stops at 10,000; the others are exact. */
  counts: Record<QueueTab, number>
  /** Open tasks whose level is `critical` or `breached`. */
  urgent: number
  /** Changes whenever an open or waiting task is added, changed or closed. */
  revision: string
  now: Instant
}

/** `POST /admin/follow-ups/language`, and the response. */
export type AdminFollowUpLanguage = {
  /** A language tag such as `uk` or `pt-BR`. */
  language: string
}
export type AdminFollowUpLanguageResponse = AdminFollowUpLanguage

/** `GET /admin/follow-ups/health`; ages and times are in seconds. */
export type AdminFollowUpHealthResponse = { health: Health; now: Instant }

/**
 * The event `beat` of `GET /admin/follow-ups/counts/stream`: nothing has
 * changed.
 */
export type AdminFollowUpBeat = { now: Instant }

/**
 * `GET /admin/follow-ups/orders/:order_id/notices`: why this order had better
 * not be packed, the gravest reason first. Empty if all is well, nothing was
 * asked, or the order is canceled or over. For whoever may read follow-ups or
 * orders.
 */
export type AdminFollowUpOrderNoticesResponse = {
  order_notices: AdminFollowUpOrderNotice[]
  now: Instant
}

export type AdminFollowUpOrderNotice = {
  /** By language: "Not confirmed yet". */
  label: Record<string, string>
  /**
   * `off`: the customer does not want the order. `stuck`: the customer was not
   * reached, or the call ended without an answer. `pending`: somebody is still
   * to call.
   */
  level: "off" | "stuck" | "pending"
  task_id: string
  task_type: string
  attempt_count: number
}

/**
 * `GET /admin/follow-ups/:id`, and the response to every command. A caller
 * without the policy `follow_up:read` is answered with `id` and `status` only.
 */
export type AdminFollowUpResponse = { follow_up: AdminFollowUp; now: Instant }

/** `GET /admin/follow-ups/:id` */
export type AdminFollowUpDetailResponse = AdminFollowUpResponse & {
  /** Newest first. */
  attempts: AdminFollowUpAttempt[]
  /** Newest first. */
  activities: AdminFollowUpActivity[]
}

/** `GET /admin/follow-ups/task-types` */
export type AdminFollowUpTaskTypesResponse = {
  task_types: AdminFollowUpTaskType[]
  /** Why a task may be canceled. */
  cancel_reasons: {
    reason: string
    label: Record<string, string>
    /** Whether a person may choose it. */
    is_offered: boolean
  }[]
  /**
   * The names, by language, of the calendar, the playbooks and the canned
   * answers that the plugin and its extensions bring. They are stored in one
   * language; show whatever has one of them in the reader's.
   */
  built_in_names: Record<string, string>[]
}

export type AdminFollowUpTaskType = {
  type: string
  /** The kind of work that declares it. */
  kind: string
  /** By language. */
  label: Record<string, string>
  /** Whether one of its playbooks is switched on. */
  enabled: boolean
  /** What it collects from the customer. */
  gets: "phone" | null
  /** The outcomes that it may be completed with, the usual one first. */
  outcomes: AdminFollowUpOutcome[]
}

export type AdminFollowUpOutcome = {
  outcome: string
  /** By language. */
  label: Record<string, string>
  /** Whether the customer was spoken to. */
  group: "reached" | "not_reached"
  /** The fields that the person is asked for with this outcome. */
  asks: {
    field: string
    label: Record<string, string>
    kind: "phone" | "text" | "number" | "date"
    is_required: boolean
  }[]
  /** What the sheet offers to do to the order next. */
  leads_to: OrderDeed | null
}

/** `GET /admin/follow-ups/assignees`: the users a task can be given to. */
export type AdminFollowUpAssigneesResponse = {
  assignees: AdminFollowUpPerson[]
  count: number
  limit: number
  offset: number
}

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

/** A record of the shop, with its instant in ISO 8601. */
type AsAnswered<Facts extends { created_at: Date }> = Omit<
  Facts,
  "created_at"
> & { created_at: Instant }

export type AdminFollowUpCallSheetOrder = AsAnswered<OrderToReadOut>

/** A task of the call, and its script. */
export type AdminFollowUpCallSheetTask = {
  follow_up: AdminFollowUp
  /**
   * Plain text with line breaks: in the customer's language, or in the
   * requested one if that is unknown or has no text.
   */
  script: string
  /**
   * Answers that can be sent instead, for this task type and in that language.
   */
  canned_answers: {
    id: string
    name: string
    text: string
    /** The language tag of the text. */
    language: string
    /** False if the answer lacks the customer's language. */
    is_customers_language: boolean
    /**
     * The text with the variables that have no value left as they are, for a
     * person to fill in before it is sent; null if each has a value.
     */
    unfilled: string | null
    /**
     * The one to send now: the attempts are used up, and the playbook names it
     * as the fallback. It is listed first.
     */
    for_now: boolean
  }[]
}

/** A section that a kind of work adds to the sheet. */
export type AdminFollowUpCallSheetSection = {
  /** The kind of work. */
  kind: string
  /**
   * The component that renders it: `order` and `facts` are built in; `data`
   * depends on it.
   */
  section: string
  key: string
  /** The tasks that it is about. */
  task_ids: string[]
  data: unknown
}

/** `data` of a section `facts`: a titled list. */
export type AdminFollowUpFacts = FactsSection["data"]

/** `GET /admin/follow-ups/:id/call-sheet?locale=uk` */
export type AdminFollowUpCallSheetResponse = {
  call_sheet: {
    /** The tasks of the call, the requested one first. */
    tasks: AdminFollowUpCallSheetTask[]
    sections: AdminFollowUpCallSheetSection[]
    /** The customer's earlier orders, newest first, at most ten. */
    earlier_orders: AsAnswered<EarlierOrder>[]
    earlier_order_count: number
    /** Attempts on all of this customer's tasks, newest first. */
    attempts: (AdminFollowUpAttempt & {
      task_type: string
      order_display_id: number | null
    })[]
    /**
     * By what the customer can be written to from the sheet: the channels that
     * a notification provider serves, and the customer's address there.
     */
    channels: {
      channel: Exclude<AttemptChannel, "phone">
      to: string | null
    }[]
    /** The subject of an e-mail, to begin with. */
    subject: string
    /** Somebody else answered at this number, for any of these tasks. */
    phone_was_wrong: boolean
  }
  now: Instant
}

/** `GET /admin/follow-ups/shared-contacts`: they join nobody's tasks. */
export type AdminFollowUpSharedContactListResponse = {
  shared_contacts: AdminFollowUpSharedContact[]
  count: number
  limit: number
  offset: number
}

export type AdminFollowUpSharedContact = {
  kind: "email" | "phone"
  /** In lower case, or in E.164. */
  value: string
  created_by: string | null
  created_at: Instant
}

/** `POST /admin/follow-ups/shared-contacts` */
export type AdminShareFollowUpContact = {
  kind: "email" | "phone"
  value: string
  /** False takes the mark back. */
  is_shared: boolean
}

/** The response to it: how many persons have this number or address now. */
export type AdminFollowUpSharedContactResponse = {
  shared_contact: {
    kind: "email" | "phone"
    value: string
    is_shared: boolean
    person_count: number
  }
}

/** What the body of every command on a task may have. */
export type AdminCommandFollowUp = {
  /**
   * Do it although somebody else is calling the customer at this moment, which
   * is refused with `being_called` otherwise.
   */
  despite_call?: boolean
}

/** `POST /admin/follow-ups/:id/assign` */
export type AdminAssignFollowUp = AdminCommandFollowUp & {
  assignee_id: string | null
  /** At most 5,000 characters. */
  note?: string
}

/** `POST /admin/follow-ups/:id/claim` */
export type AdminClaimFollowUp = AdminCommandFollowUp

/**
 * `POST /admin/follow-ups/:id/calling`: the caller is calling the customer. It
 * lasts until an attempt is recorded or for fifteen minutes.
 */
export type AdminCallFollowUp = AdminCommandFollowUp

/** `POST /admin/follow-ups/:id/attempts` */
export type AdminRecordFollowUpAttempt = AdminCommandFollowUp & {
  channel: AttemptChannel
  outcome: AttemptOutcome
  /** At most 5,000 characters. */
  note?: string
  /** Required for `call_back_later`; must be in the future. */
  call_back_at?: Instant
  /** With outcome `reached`: completes the task in the same command. */
  complete_with?: string
  /** The customer's number, if `complete_with` asks for it. */
  phone?: string
  /** The other fields that `complete_with` asks for. */
  answers?: Record<string, string | number>
  /**
   * With outcome `message_sent`: is sent by the notification provider of
   * `channel`. Without it, a person has sent something by other means.
   */
  message?: {
    /** An e-mail address, or a phone number. */
    to: string
    /** Required for e-mail: one line of at most 989 characters. */
    subject?: string
    /** At most 20,000 characters by e-mail, 4,096 by messenger, 1,600 by SMS. */
    text: string
  }
}

/** `POST /admin/follow-ups/:id/wait` */
export type AdminWaitFollowUp = AdminCommandFollowUp & {
  /** In the future, at most a year ahead. */
  until: Instant
  reason?: WaitingReason
  note?: string
}

/** `POST /admin/follow-ups/:id/resume` */
export type AdminResumeFollowUp = AdminCommandFollowUp

/** `POST /admin/follow-ups/:id/complete` */
export type AdminCompleteFollowUp = AdminCommandFollowUp & {
  /** One of the task's `allowed_outcomes`. */
  outcome: string
  note?: string
  /** Required if the outcome asks for it. */
  phone?: string
  /** The other fields that the outcome asks for. */
  answers?: Record<string, string | number>
}

/** `POST /admin/follow-ups/:id/cancel` */
export type AdminCancelFollowUp = AdminCommandFollowUp & {
  /**
   * A reason that is offered to people, see `cancel_reasons` of the task types.
   */
  reason: string
  note?: string
}

/** `POST /admin/follow-ups/:id/reopen` */
export type AdminReopenFollowUp = AdminCommandFollowUp & { note?: string }

/** `POST /admin/follow-ups/:id/notes` */
export type AdminNoteFollowUp = { note: string }
