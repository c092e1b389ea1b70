import type { AttemptOutcome } from "./attempts"

/** The queue is sorted by priority first, then by deadline. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const

export type Priority = (typeof PRIORITIES)[number]

/** The deadlines of a task. */
export const DEADLINES = [
  "response_target",
  "response_limit",
  "resolution_limit",
] as const

export type Deadline = (typeof DEADLINES)[number]

/** What happens to a task once its attempts are used up. */
export const FALLBACKS = [
  "message_customer",
  "hand_over",
  "cancel_order",
] as const

export type FallbackKind = (typeof FALLBACKS)[number]

/**
 * What follows an outcome that leads to canceling the order: the sheet asks,
 * asks with the canceling button in focus, or leaves the order as it is. None
 * cancels by itself.
 */
export const WHEN_ORDER_OFF = ["ask", "cancel", "leave"] as const

export type WhenOrderOff = (typeof WHEN_ORDER_OFF)[number]

export const SAFE_ORDER_CHECKS = [
  "paid",
  "returning_without_trouble",
  "complete_address",
  "in_stock",
] as const

export type SafeOrderCheck = (typeof SAFE_ORDER_CHECKS)[number]

/** Why an order is safe: the checks of its playbook, all of which passed. */
export type SafeReason = SafeOrderCheck | "total_below"

export const CONDITION_OPERATORS = [
  "is",
  "is_any_of",
  "is_none_of",
  "at_least",
  "below",
] as const

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number]

/**
 * A requirement on the order or the customer. The allowed `operator` and
 * `value` depend on the field; see `conditions.ts`.
 */
export type Condition = {
  /** A field of the plugin or of an extension. */
  field: string
  operator: ConditionOperator
  value: boolean | number | string | string[]
  /** For amounts: an order in another currency does not meet the condition. */
  currency_code?: string
}

/** All of `all` must be met, and at least one of `any` unless it is empty. */
export type Conditions = { all: Condition[]; any: Condition[] }

/** When the next attempt is due after one that did not reach the customer. */
export type RetryStep =
  /** Business minutes after the attempt. */
  | { kind: "after"; minutes: number }
  /** When the shop opens on its next working day. */
  | { kind: "next_morning" }

export type RetryLadder = {
  /**
   * One step per consecutive attempt with this outcome; the last one repeats.
   */
  steps: RetryStep[]
  /** Attempts with this outcome before the task falls back. */
  max_attempts: number | null
}

/**
 * Outcomes that may have a ladder; a `voicemail` without one uses that of
 * `no_answer`.
 */
export const LADDER_OUTCOMES = [
  "no_answer",
  "busy",
  "voicemail",
  "message_sent",
] as const satisfies readonly AttemptOutcome[]

export type LadderOutcome = (typeof LADDER_OUTCOMES)[number]

export type RetryRules = {
  ladders: Partial<Record<LadderOutcome, RetryLadder>>
  /** Local time at the customer's address, "HH:MM". Null: at any hour. */
  calling_hours: { start: string; end: string } | null
  /** Unsuccessful attempts in all, whatever their outcome. */
  max_attempts: number | null
  fallback: Fallback
}

export type Fallback = {
  kind: FallbackKind
  /** For `hand_over`: who gets the task; null leaves it unassigned. */
  assignee_id?: string | null
  /** For `message_customer`: the canned answer to offer. */
  canned_answer_id?: string | null
}

export type EscalationAction =
  | {
      kind: "notify"
      audience: "assignee" | "everyone" | "user"
      /** For the audience `user`. */
      user_id?: string
      /** Also by e-mail, if the store has a provider for it. */
      email: boolean
    }
  | { kind: "raise_priority"; priority: Priority }
  | { kind: "reassign"; assignee_id: string | null }
  /** Emits a Medusa event of this name, with the task's facts. */
  | { kind: "emit_event"; event: string }
  /** Runs the action that an extension registered under this name. */
  | { kind: "custom"; name: string }

export type EscalationStep = {
  /** Does not change when the step is edited: it fires once per task. */
  id: string
  relative_to: Deadline
  /** Business minutes after the deadline; negative is before it. */
  offset_minutes: number
  action: EscalationAction
}

/**
 * Who gets a new task: the person who last dealt with this customer, if the
 * playbook says so; otherwise the next of `user_ids`; otherwise it stays
 * unassigned.
 */
export type Assignment = {
  last_agent: boolean
  /** Users who take turns. */
  user_ids: string[]
  /**
   * The most calls, of one person's open tasks each, that a user may have;
   * further ones go to others.
   */
  most_open_tasks: number | null
}

/** Which orders need no call. Only for `confirm_order`. */
export type SafeOrders = {
  enabled: boolean
  checks: SafeOrderCheck[]
  /**
   * Totals below these are safe, by currency; a currency that is missing never
   * is.
   */
  totals_below: Record<string, number>
  /** Percentage of safe orders that are called anyway, 0 to 100. */
  audit_percent: number
}

/** The content of a playbook version. A version never changes. */
export type PlaybookDefinition = {
  /**
   * The triggers that open a task under it, each declared by a kind of work.
   */
  triggers: string[]
  conditions: Conditions
  /** Business minutes from `opened_at` to the first attempt: the goal. */
  response_target_minutes: number
  /** Business minutes from `opened_at`: the last acceptable moment. */
  response_limit_minutes: number
  /** Business minutes from `opened_at` until the task must be completed. */
  resolution_limit_minutes: number | null
  /** The playbook's own calendar, which precedes any binding. */
  calendar_id: string | null
  priority: Priority
  /**
   * Liquid by language; for a missing language the type's own script is used.
   */
  scripts: Record<string, string>
  retry: RetryRules
  /**
   * For types with an outcome that leads to canceling the order.
   *
   * @defaultValue "ask"
   */
  when_order_off?: WhenOrderOff
  escalation: EscalationStep[]
  assignment: Assignment
  safe_orders: SafeOrders | null
}

/** 08:00 to 21:00 is when a stranger may call without being rude. */
const CALLING_HOURS = { start: "08:00", end: "21:00" }

const retry: RetryRules = {
  ladders: {
    no_answer: {
      steps: [
        { kind: "after", minutes: 30 },
        { kind: "after", minutes: 120 },
        { kind: "next_morning" },
      ],
      max_attempts: 4,
    },
    busy: { steps: [{ kind: "after", minutes: 10 }], max_attempts: 6 },
    // A message gets half a working day to be answered.
    message_sent: {
      steps: [{ kind: "after", minutes: 240 }],
      max_attempts: 3,
    },
  },
  calling_hours: CALLING_HOURS,
  max_attempts: 8,
  fallback: { kind: "message_customer", canned_answer_id: null },
}

/** The defaults of a playbook. */
export const PLAIN_PLAYBOOK: PlaybookDefinition = {
  triggers: ["manual"],
  conditions: { all: [], any: [] },
  response_target_minutes: 60,
  response_limit_minutes: 480,
  resolution_limit_minutes: null,
  calendar_id: null,
  priority: "normal",
  scripts: {},
  retry,
  escalation: [],
  assignment: { last_agent: false, user_ids: [], most_open_tasks: null },
  safe_orders: null,
}
