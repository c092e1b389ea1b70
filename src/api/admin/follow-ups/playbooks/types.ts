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
  WhenOrderOff,
} from "../../../../modules/follow-up"

export type AdminFollowUpPlaybook = {
  id: string
  name: string
  type: string
  enabled: boolean
  /** Among the playbooks of its type, from 0: the first that matches wins. */
  position: number
  /** Increases with each change of the definition. */
  version: number
  /** It came with the plugin and can be reset to its default. */
  is_seeded: boolean
  /** The shop has changed it, so upgrades leave it alone. */
  is_edited: boolean
  /** It is enabled and takes the orders that no other of its type matches. */
  is_catch_all: boolean
  /**
   * The enabled playbooks of its type that are tried before it and take all
   * that it matches: it is never chosen by its conditions. Empty if it may be.
   * A disabled playbook is judged as if it were enabled.
   */
  taken_by: { id: string; name: string }[]
  definition: PlaybookDefinition
  /** Open and waiting tasks that run under it. */
  active_tasks: number
  /**
   * The triggers with which code asks for tasks of this type, of which none is
   * opened because no enabled playbook of the type has the trigger; each since
   * when. Empty for a disabled playbook.
   */
  asked_in_vain: { trigger: string; since: Instant }[]
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
 * changed, and the response is an `AdminFollowUpDryRunResponse`.
 */
export type AdminUpdateFollowUpPlaybook = {
  name?: string
  enabled?: boolean
  definition?: PlaybookDefinition
  /**
   * The version that was edited; refused if it is no longer the current one.
   */
  version?: number
}

/**
 * `POST /admin/follow-ups/playbooks/:id/reset`: resets it to the plugin's
 * default. Only for a playbook that `is_seeded`. With `?dry_run=true` nothing
 * is changed, and the response is an `AdminFollowUpDryRunResponse`.
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
  /**
   * By language, for a field of an extension; null for the plugin's own fields.
   */
  label: Record<string, string> | null
  operators: ConditionOperator[]
  /**
   * The type of `value`: an `entity` is a list of ids, a `choice` one of
   * `choices`.
   */
  kind: "boolean" | "number" | "amount" | "choice" | "entity"
  choices: string[]
  /** By choice and language; empty for the plugin's own fields. */
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

/**
 * `GET /admin/follow-ups/playbooks/vocabulary`: what a playbook may contain.
 */
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
    /** The type's default scripts, by language. */
    scripts: Record<string, string>
    /** Whether a safe order may complete its tasks without a person. */
    has_safe_orders: boolean
    /** Whether one of its outcomes leads to canceling the order. */
    may_cancel_order: boolean
    /** What its playbook is reset to; null if the type has no default. */
    own_playbook:
      | (Pick<PlaybookDefinition, "conditions"> & {
          enabled: boolean
        })
      | null
    /** What a new playbook of the type starts with. */
    starting_playbook: PlaybookDefinition
  }[]
}
