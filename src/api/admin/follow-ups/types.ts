import type { FactsSection } from "../../../desk/handlers"
import type {
  ActivityKind,
  Deadline,
  EscalationAction,
  FallbackKind,
  Priority,
  QueueTab,
  SkipReason,
  TaskStatus,
  TimerLevel,
  TimerState,
  WaitingReason,
} from "../../../modules/follow-up"
import type { AttemptChannel, AttemptOutcome } from "../../../desk/attempts"
import type { EarlierOrder } from "../../../shop/earlier-orders"
import type {
  ItemToReadOut,
  OrderToReadOut,
} from "../../../shop/order-to-read-out"
import type {
  RefusalCode,
  RefusalPath,
  RefusalValue,
  RefusalValues,
} from "../../../refusals"

export type { ItemToReadOut as AdminFollowUpCallSheetItem }
export type { EscalationAction, RefusalCode, RefusalValue, SkipReason }

/** Why something was not done, with status 400, 403 or 404. */
export type AdminFollowUpRefusal = {
  /** Medusa's: `invalid_data`, `not_allowed`, `not_found` or `forbidden`. */
  type: string
  /** What it is; never changes. */
  code: RefusalCode
  /** In English, with the values filled in. */
  message: string
  /** Of the field in what was sent; empty where it is about no field. */
  path: RefusalPath
  /** What the message was filled in with, and what else is worth telling. */
  values: RefusalValues
  /** What else is wrong with a playbook; left out where that is all. */
  further?: Omit<AdminFollowUpRefusal, "further">[]
}

export type {
  ActivityKind,
  AttemptChannel,
  AttemptOutcome,
  Deadline,
  FallbackKind,
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

/** Where a task's clock stands, as of the response's `now`. */
export type AdminFollowUpTimer = {
  state: TimerState
  level: TimerLevel
  /** What `business_seconds_left` counts down to. */
  counting_to: Deadline | null
  /**
   * Business seconds until `counting_to`; negative is the business time since
   * the breach. It shrinks by one each second while `state` is `running`, and
   * stands still otherwise. `null` where nothing is counted.
   */
  business_seconds_left: number | null
  /** When state, level or counting_to change by themselves; ask again then. */
  next_change_at: Instant | null
  /** When the shop opens, while `state` is `closed`. */
  opens_at: Instant | null
}

export type AdminFollowUp = {
  id: string
  /** One that a kind of work declares. */
  type: string
  status: TaskStatus
  /** What its kind of work keeps with it. */
  data: Record<string, unknown>
  order_id: string | null
  order_display_id: number | null
  customer_id: string | null
  customer_name: string | null
  email: string | null
  /** As the customer typed it. Show it as text. */
  phone: string | null
  /** `+380671234567`; null where the number is not a valid one. */
  phone_e164: string | null
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
  /**
   * IANA zones of the customer's country. More than one: the local time there
   * is known only as a range.
   */
  customer_time_zones: string[]
  currency_code: string | null
  /** In major units of `currency_code`, tax included. */
  order_total: number | null
  assignee: AdminFollowUpPerson | null
  opened_at: Instant
  response_target_at: Instant
  response_limit_at: Instant
  /** By when it must be completed; null where its playbook sets no such limit. */
  resolution_limit_at: Instant | null
  /** When the first attempt was made; it meets target and limit. */
  responded_at: Instant | null
  /** When the customer was first reached. */
  first_contact_at: Instant | null
  /**
   * The next unmet one: of target and limit the limit once the target passed,
   * and once it was answered the resolution limit.
   */
  deadline_at: Instant | null
  /** What the queue is ordered by: when this wants a person. */
  due_at: Instant | null
  waiting_until: Instant | null
  waiting_reason: WaitingReason | null
  attempt_count: number
  /** One of `allowed_outcomes`, once completed. */
  outcome: string | null
  completed_at: Instant | null
  canceled_at: Instant | null
  /** One of those that people choose, or of the kind of work's own. */
  cancel_reason: string | null
  /** The queue shows what is urgent before everything else. */
  priority: Priority
  /** What to do now that the attempts are used up; null while they are not. */
  fallback: FallbackKind | null
  /** Numbers at which somebody else answered. */
  wrong_phones: string[]
  /** The outcomes that this task may be completed with, the usual one first. */
  allowed_outcomes: string[]
  /** Outcomes among them that say that the customer was reached. */
  reached_outcomes: string[]
  calendar: { id: string; name: string; version: number; time_zone: string }
  playbook: { id: string; name: string; version: number }
  timer: AdminFollowUpTimer
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
}

export type AdminFollowUpActivity = {
  id: string
  task_id: string
  kind: ActivityKind
  /** Facts of this activity; its keys depend on `kind`. */
  data: AdminFollowUpActivityData
  /** The person, or null where the shop's events or the clock did it. */
  actor: AdminFollowUpPerson | null
  occurred_at: Instant
}

export type AdminFollowUpActivityData = {
  assignee?: AdminFollowUpPerson | null
  /** With `assigned`: nobody has the task, because who had it was deleted. */
  user_deleted?: boolean
  channel?: string
  outcome?: string
  note?: string
  until?: Instant | null
  waiting_reason?: WaitingReason
  reason?: string
  /** With `breached`: the resolution limit; the response limit otherwise. */
  deadline?: Deadline
  /** With `escalated` and `escalation_skipped`: the playbook's step. */
  step_id?: string
  action?: EscalationAction
  skipped?: SkipReason
  fallback?: FallbackKind
  /** With `completed`: what the outcome asked for, by field. */
  answers?: Record<string, string | number>
  /** Why a safe order needed no call. */
  reasons?: string[]
  /** With `opened`: a safe order that is called all the same, as a sample. */
  audit?: boolean
  /** With `opened` and `rules_changed`: what the task ran under from then on. */
  playbook?: { id: string; name: string; version: number }
  calendar?: { id: string; name: string; version: number }
}

/** `GET /admin/follow-ups` */
export type AdminFollowUpListResponse = {
  follow_ups: AdminFollowUp[]
  /** Up to 10,000: a longer list is not counted to its end. */
  count: number
  limit: number
  offset: number
  /** The server's clock. */
  now: Instant
}

/** Query of `GET /admin/follow-ups`; all filters combine. */
export type AdminFollowUpListParams = {
  tab?: QueueTab
  status?: TaskStatus[]
  type?: string[]
  /** A user's id, `me`, or `nobody`. */
  assignee_id?: string
  order_id?: string
  customer_id?: string
  late?: boolean
  due_before?: Instant
  /** Order number, customer name, e-mail or digits of the phone number. */
  q?: string
  /**
   * `due_at`, `opened_at`, `order_total` or `updated_at`, with `-` in front for
   * descending. Default `due_at`, on the tab `all` `-opened_at`.
   */
  order?: string
  /** 1 to 200, default 50. */
  limit?: number
  offset?: number
}

/** `GET /admin/follow-ups/counts` */
export type AdminFollowUpCountsResponse = {
  /** Each counts up to 10,000 and stops there. */
  counts: Record<QueueTab, number>
  /** Open tasks whose level is `critical` or `breached`. */
  urgent: number
  /** Changes whenever an open or waiting task changes, comes or goes. */
  revision: string
  now: Instant
}

/** `GET /admin/follow-ups/:id`, and the answer of every command. */
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
}

export type AdminFollowUpTaskType = {
  type: string
  /** The kind of work that declares it. */
  kind: string
  /** By language. */
  label: Record<string, string>
  /** Whether a playbook of it is switched on. */
  enabled: boolean
  /** What it is there to get from the customer. */
  gets: "phone" | null
  /** What it may be completed with, the usual one first. */
  outcomes: AdminFollowUpOutcome[]
}

export type AdminFollowUpOutcome = {
  outcome: string
  /** By language. */
  label: Record<string, string>
  /** Whether the customer was spoken to. */
  group: "reached" | "not_reached"
  /** What the person is asked for as the task ends so. */
  asks: {
    field: string
    label: Record<string, string>
    kind: "phone" | "text" | "number" | "date"
    is_required: boolean
  }[]
}

/** `GET /admin/follow-ups/assignees`: the users a task can be given to. */
export type AdminFollowUpAssigneesResponse = {
  assignees: AdminFollowUpPerson[]
  count: number
  limit: number
  offset: number
}

/** One step of a deadline's explanation, in order of time. */
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
      /** The exception's label (a holiday's name). */
      label: string | null
    }

/** `GET /admin/follow-ups/:id/explanation` */
export type AdminFollowUpExplanationResponse = {
  explanation: {
    opened_at: Instant
    time_zone: string
    deadlines: {
      deadline: Deadline
      /** `opened_at`, or when the clock last went on before it was settled. */
      from: Instant
      at: Instant
      /** Counted from `from` to `at`. */
      business_seconds: number
      /** Business seconds that had been used before `from`. */
      banked_seconds: number
      steps: AdminFollowUpExplanationStep[]
    }[]
    /** What it was computed with. */
    playbook: { id: string; name: string; version: number }
    calendar: { id: string; name: string; version: number }
  }
  now: Instant
}

/** A record of the shop's, its instant written out. */
type AsAnswered<Facts extends { created_at: Date }> = Omit<
  Facts,
  "created_at"
> & { created_at: Instant }

export type AdminFollowUpCallSheetOrder = AsAnswered<OrderToReadOut>

/** A task of the call, and what to say for it. */
export type AdminFollowUpCallSheetTask = {
  follow_up: AdminFollowUp
  /**
   * What to say, plain text with line breaks: in the customer's language, or in
   * the asked one where that is not known or nobody wrote in it.
   */
  script: string
  /** What can be sent instead, for this type of task and in that language. */
  canned_answers: {
    id: string
    name: string
    text: string
    /**
     * It is the one to send now: the attempts are used up, and the playbook
     * names it for then. It comes first.
     */
    for_now: boolean
  }[]
}

/** What a kind of work brings to the sheet. */
export type AdminFollowUpCallSheetSection = {
  /** The kind of work. */
  kind: string
  /** What draws it: `order` and `facts` are known; `data` depends on it. */
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
    /** What the call is about, the asked task first. */
    tasks: AdminFollowUpCallSheetTask[]
    sections: AdminFollowUpCallSheetSection[]
    /** The customer's orders before this one, newest first, at most ten. */
    earlier_orders: AsAnswered<EarlierOrder>[]
    earlier_order_count: number
    /** Attempts on this customer's tasks, this one's too, newest first. */
    attempts: (AdminFollowUpAttempt & {
      task_type: string
      order_display_id: number | null
    })[]
    /** Somebody who called this number, for any of these tasks, reached somebody else. */
    phone_was_wrong: boolean
  }
  now: Instant
}

/** `POST /admin/follow-ups/:id/assign` */
export type AdminAssignFollowUp = { assignee_id: string | null }

/** `POST /admin/follow-ups/:id/claim` has no body. */
export type AdminClaimFollowUp = Record<string, never>

/** `POST /admin/follow-ups/:id/attempts` */
export type AdminRecordFollowUpAttempt = {
  channel: AttemptChannel
  outcome: AttemptOutcome
  /** At most 5,000 characters. */
  note?: string
  /** Required for `call_back_later`: an instant ahead of now. */
  call_back_at?: Instant
  /** With outcome `reached`: complete the task in the same command. */
  complete_with?: string
  /** The number that was received, where `complete_with` asks for it. */
  phone?: string
  /** What else `complete_with` asks for, by field. */
  answers?: Record<string, string | number>
}

/** `POST /admin/follow-ups/:id/wait` */
export type AdminWaitFollowUp = {
  /** An instant ahead of now, at most a year. */
  until: Instant
  reason?: WaitingReason
  note?: string
}

/** `POST /admin/follow-ups/:id/resume` has no body. */
export type AdminResumeFollowUp = Record<string, never>

/** `POST /admin/follow-ups/:id/complete` */
export type AdminCompleteFollowUp = {
  /** One of the task's `allowed_outcomes`. */
  outcome: string
  note?: string
  /** Required where the outcome asks for it. */
  phone?: string
  /** What else the outcome asks for, by field. */
  answers?: Record<string, string | number>
}

/** `POST /admin/follow-ups/:id/cancel` */
export type AdminCancelFollowUp = {
  /** One that is offered to people, see `cancel_reasons` of the task types. */
  reason: string
  note?: string
}

/** `POST /admin/follow-ups/:id/reopen` */
export type AdminReopenFollowUp = { note?: string }

/** `POST /admin/follow-ups/:id/notes` */
export type AdminNoteFollowUp = { note: string }
