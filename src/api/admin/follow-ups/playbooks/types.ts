import type {
  ConditionOperator,
  PlaybookDefinition,
} from "../../../../modules/follow-up"
import type { Instant } from "../types"

export type {
  Assignment,
  Condition,
  ConditionOperator,
  EscalationAction,
  EscalationStep,
  Fallback,
  PlaybookDefinition,
  RetryLadder,
  RetryRules,
  RetryStep,
  SafeOrderCheck,
  SafeOrders,
} from "../../../../modules/follow-up"

export type AdminFollowUpPlaybook = {
  id: string
  name: string
  type: string
  enabled: boolean
  /** Among the playbooks of its type, from 0: the first that matches wins. */
  position: number
  /** Counts up with each change of the definition. */
  version: number
  /** The plugin brought it; it can be put back to how it came. */
  is_seeded: boolean
  /** The shop has changed it: then no upgrade does. */
  is_edited: boolean
  /** Switched on, and takes the orders that no other of its type matches. */
  is_catch_all: boolean
  definition: PlaybookDefinition
  /** Open and waiting tasks that run under it. */
  active_tasks: number
  created_at: Instant
  updated_at: Instant
}

/** `GET /admin/follow-ups/playbooks`, by type and position. */
export type AdminFollowUpPlaybookListResponse = {
  playbooks: AdminFollowUpPlaybook[]
  count: number
  limit: number
  offset: number
  now: Instant
}

export type AdminFollowUpPlaybookResponse = {
  playbook: AdminFollowUpPlaybook
  now: Instant
}

/** `POST /admin/follow-ups/playbooks`; it becomes the last of its type. */
export type AdminCreateFollowUpPlaybook = {
  name: string
  type: string
  enabled?: boolean
  definition: PlaybookDefinition
}

/**
 * `POST /admin/follow-ups/playbooks/:id`. With `?dry_run=true` nothing is
 * changed, and the answer is an `AdminFollowUpDryRunResponse`.
 */
export type AdminUpdateFollowUpPlaybook = {
  name?: string
  enabled?: boolean
  definition?: PlaybookDefinition
  /** The version that was edited: refused where somebody was quicker. */
  version?: number
}

/**
 * `POST /admin/follow-ups/playbooks/:id/reset`: back to how the plugin brought
 * it. Only for one that `is_seeded`. With `?dry_run=true` nothing is changed,
 * and the answer is an `AdminFollowUpDryRunResponse`.
 */

/** `POST /admin/follow-ups/playbooks/order`: all of a type, in their new order. */
export type AdminOrderFollowUpPlaybooks = { type: string; ids: string[] }

/**
 * `DELETE /admin/follow-ups/playbooks/:id`. Its open tasks keep the version
 * that they run under.
 */
export type AdminFollowUpPlaybookDeleteResponse = {
  id: string
  object: "follow_up_playbook"
  deleted: true
}

/** What a condition may be about. */
export type AdminFollowUpConditionField = {
  field: string
  /** By language, for a field of an extension; null for the plugin's own. */
  label: Record<string, string> | null
  operators: ConditionOperator[]
  /** What `value` is: an `entity` is a list of ids, a `choice` one of `choices`. */
  kind: "boolean" | "number" | "amount" | "choice" | "entity"
  choices: string[]
  /** By choice and language; empty for the plugin's own. */
  choice_labels: Record<string, Record<string, string>>
  entity:
    | "sales_channel"
    | "region"
    | "payment_provider"
    | "shipping_option"
    | "category"
    | "collection"
    | "customer_group"
    | null
}

/** `GET /admin/follow-ups/playbooks/vocabulary`: what a playbook may say. */
export type AdminFollowUpPlaybookVocabularyResponse = {
  /** What may open tasks. */
  triggers: { trigger: string; label: Record<string, string> }[]
  condition_fields: AdminFollowUpConditionField[]
  /** Actions of extensions, for escalations. */
  custom_actions: { name: string; label: Record<string, string> | null }[]
  types: {
    type: string
    label: Record<string, string>
    outcomes: string[]
    /** What the type comes with, by language. */
    scripts: Record<string, string>
    /** Whether a safe order may complete its tasks without a person. */
    has_safe_orders: boolean
    /** What its playbook is put back to; null where it came with none. */
    own_playbook:
      | (Pick<PlaybookDefinition, "conditions"> & {
          enabled: boolean
        })
      | null
    /** What a new playbook of the type says at first. */
    starting_playbook: PlaybookDefinition
  }[]
}
