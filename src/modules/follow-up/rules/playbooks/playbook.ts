import type { AttemptOutcome } from "../../../../desk/attempts"

/**
 * One thing that must be true of the order or the customer. What `operator` and
 * `value` may be follows from the field; see `conditions.ts`.
 */
export type Condition = {
  /** A field of the plugin's, or one that the shop's own code registered. */
  field: string
  operator: ConditionOperator
  value: boolean | number | string | string[]
  /** For amounts: an order in another currency does not meet the condition. */
  currency_code?: string
}

export const CONDITION_OPERATORS = [
  "is",
  "is_any_of",
  "is_none_of",
  "at_least",
  "below",
] as const
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number]

/** Every one of `all`, and at least one of `any` where there are any. */
export type Conditions = { all: Condition[]; any: Condition[] }

/** When the next attempt is due after one that reached nobody. */
export type RetryStep =
  /** Business minutes after the attempt. */
  | { kind: "after"; minutes: number }
  /** When the shop opens on its next working day. */
  | { kind: "next_morning" }

export type RetryLadder = {
  /** One for each attempt in a row that ended so; the last one repeats. */
  steps: RetryStep[]
  /** Attempts that may end so before the task turns to its fallback. */
  max_attempts: number | null
}

/** Outcomes that have a ladder; a `voicemail` without one climbs `no_answer`. */
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
  /** Attempts of any kind that reached nobody, in all. */
  max_attempts: number | null
  fallback: Fallback
}

export type Fallback = {
  kind: FallbackKind
  /** For `hand_over`: who gets the task; null leaves it to nobody. */
  assignee_id?: string | null
  /** For `message_customer`: the canned answer that is offered. */
  canned_answer_id?: string | null
}

export type EscalationStep = {
  /** Stays the same while the step is edited: it fires once for each task. */
  id: string
  relative_to: Deadline
  /** Business minutes after that moment; negative is before it. */
  offset_minutes: number
  action: EscalationAction
}

export type EscalationAction =
  | {
      kind: "notify"
      audience: "assignee" | "everyone" | "user"
      /** For the audience `user`. */
      user_id?: string
      /** By e-mail too, where the store has a provider for it. */
      email: boolean
    }
  | { kind: "raise_priority"; priority: Priority }
  | { kind: "reassign"; assignee_id: string | null }
  /** A Medusa event of this name, with the task's facts. */
  | { kind: "emit_event"; event: string }
  /** One that the shop's own code registered under this name. */
  | { kind: "custom"; name: string }

/**
 * Who gets a new task: the person who last dealt with this customer where that
 * is asked for, else the one of `user_ids` whose turn it is, else nobody.
 */
export type Assignment = {
  last_agent: boolean
  /** Taken in turn. */
  user_ids: string[]
  /** Open tasks that each may have; who has as many gets no more. */
  most_open_tasks: number | null
}

export const SAFE_ORDER_CHECKS = [
  "paid",
  "returning_without_trouble",
  "complete_address",
  "in_stock",
] as const
export type SafeOrderCheck = (typeof SAFE_ORDER_CHECKS)[number]

/** Which orders need no call. Only for `confirm_order`. */
export type SafeOrders = {
  enabled: boolean
  checks: SafeOrderCheck[]
  /** Totals below these are safe, by currency; one that is missing never is. */
  totals_below: Record<string, number>
  /** Percentage of safe orders that are called all the same, 0 to 100. */
  audit_percent: number
}

/** What a version of a playbook says. A version never changes. */
export type PlaybookDefinition = {
  triggers: Trigger[]
  conditions: Conditions
  /** Business minutes from `opened_at` to the first attempt: the goal. */
  response_target_minutes: number
  /** Business minutes from `opened_at`: the last acceptable moment. */
  response_limit_minutes: number
  /** Business minutes from `opened_at` by when the task must be completed. */
  resolution_limit_minutes: number | null
  /** A calendar of its own, before any that is bound. */
  calendar_id: string | null
  priority: Priority
  /** Liquid by language; where one is missing, the plugin's own is used. */
  scripts: Record<string, string>
  retry: RetryRules
  escalation: EscalationStep[]
  assignment: Assignment
  safe_orders: SafeOrders | null
}

/** One version of a playbook, as tasks are opened and worked under it. */
export type PlaybookVersion = {
  id: string
  version: number
  type: string
  name: string
  definition: PlaybookDefinition
}

/** A playbook with its current version. */
export type Playbook = PlaybookVersion & {
  enabled: boolean
  /** Among the playbooks of its type: the first that matches wins. */
  position: number
  /** Whether the plugin brought it, and so keeps it up to date. */
  is_seeded: boolean
  /** Whether the shop has changed it: then no upgrade does. */
  is_edited: boolean
}

/** How soon a task wants a person, beside its deadlines: the queue's first order. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const

export type Priority = (typeof PRIORITIES)[number]

/** What may open tasks. `manual`: only the shop's own code does. */
export const TRIGGERS = ["order_placed", "customer_created", "manual"] as const

export type Trigger = (typeof TRIGGERS)[number]

/** A moment that a task is to be answered or completed by. */
export const DEADLINES = [
  "response_target",
  "response_limit",
  "resolution_limit",
] as const

export type Deadline = (typeof DEADLINES)[number]

/** What a task turns to once its attempts are used up. */
export const FALLBACKS = [
  "message_customer",
  "hand_over",
  "cancel_order",
] as const

export type FallbackKind = (typeof FALLBACKS)[number]

/** Why an order is safe: what its playbook asks, each of which held. */
export type SafeReason = SafeOrderCheck | "total_below"
