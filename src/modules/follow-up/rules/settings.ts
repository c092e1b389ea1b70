import type { CalendarDefinition } from "../../../business-time"
import type { DeliveryWindowSettings } from "../../../desk/delivery-window-options"
import type { FollowUpExtension } from "../../../desk/handlers"
import type {
  CancelReasonDeclaration,
  ChangeDeclaration,
  CannedAnswerDeclaration,
  EscalationActionDeclaration,
  KindOfWork,
  ScriptVariableDeclaration,
  TriggerDeclaration,
} from "../../../desk/kind"
import { type PlaybookDefinition, PLAIN_PLAYBOOK } from "../../../desk/playbook"
import type { DatabaseLimits } from "../../../postgres/limits"
import type { ScriptLanguage } from "../scripts/languages"
import { type ConditionField, conditionFieldsOf } from "./playbooks/conditions"
import { type TaskType, taskTypesOf, withoutKind } from "./playbooks/task-types"

/** The default playbook of a type. */
export type DefaultPlaybook = {
  enabled: boolean
  definition: PlaybookDefinition
}

/** The declarations of all kinds of work together. */
export type DeclaredDesk = {
  types: ReadonlyMap<string, TaskType>
  triggers: readonly TriggerDeclaration[]
  /** The fields that conditions may be about, the plugin's own first. */
  conditions: readonly ConditionField[]
  script_variables: readonly ScriptVariableDeclaration[]
  cancel_reasons: readonly CancelReasonDeclaration[]
  changes: readonly ChangeDeclaration[]
  escalation_actions: readonly EscalationActionDeclaration[]
  canned_answers: readonly (CannedAnswerDeclaration & {
    /** The kind of work that declares it. */
    kind: string
    /** The task types that it is offered for; empty means all. */
    types: string[]
  })[]
}

/** The options with all defaults filled in, and the extensions added. */
export type FollowUpSettings = DeclaredDesk & {
  calendar: CalendarDefinition
  /** By type. */
  playbooks: ReadonlyMap<string, DefaultPlaybook>
  default_country: string | null
  /** See the option; null: the keys that shops use most. */
  customer_comment_key: string | null
  language: ScriptLanguage
  /** The dashboard's address, if the shop gives it. */
  dashboard_url: string | null
  /** How long notices wait for others to the same people. */
  gather_notices_seconds: number
  /** After a longer absence, the desk opens only what can still be worked. */
  absence_hours: number
  /** The extensions of the shop and of other plugins, with their handlers. */
  extensions: readonly FollowUpExtension[]
  /** Offers in place of what is out of stock; see the options. */
  offers: {
    minutes: number
    base_url: string | null
    secret: string | null
    preference_key: string
  }
  /** When the courier comes; see the options. */
  delivery_windows: DeliveryWindowSettings
  limits: DatabaseLimits
}

/** Joins the declarations of these kinds of work, in their order. */
export function deskOf(kinds: readonly KindOfWork[]): DeclaredDesk {
  return {
    types: new Map(taskTypesOf(kinds).map((type) => [type.type, type])),
    triggers: kinds.flatMap(({ triggers = [] }) => triggers),
    conditions: conditionFieldsOf(
      kinds.flatMap(({ conditions = [] }) => conditions)
    ),
    script_variables: kinds.flatMap(
      ({ script_variables = [] }) => script_variables
    ),
    cancel_reasons: kinds.flatMap(({ cancel_reasons = [] }) => cancel_reasons),
    changes: kinds.flatMap(({ changes = [] }) => changes),
    escalation_actions: kinds.flatMap(
      ({ escalation_actions = [] }) => escalation_actions
    ),
    canned_answers: kinds.flatMap(
      ({ kind, canned_answers = [], task_types = [] }) =>
        canned_answers.map((answer) => ({
          ...answer,
          kind,
          types: task_types.map(({ type }) => type),
        }))
    ),
  }
}

/** The default playbooks of these kinds' task types, by type. */
export function startingPlaybooks(
  kinds: readonly KindOfWork[]
): Map<string, PlaybookDefinition> {
  return new Map(
    kinds
      .flatMap(({ task_types = [] }) => task_types)
      .map(({ type, playbook }) => [type, { ...PLAIN_PLAYBOOK, ...playbook }])
  )
}

/**
 * The type that collects a phone number from the customer; null if none does.
 */
export function typeForPhone({
  types,
}: Pick<DeclaredDesk, "types">): string | null {
  return [...types.values()].find(({ gets }) => gets === "phone")?.type ?? null
}

/** The task type of this name, even if no kind of work declares it any more. */
export function taskTypeOf(
  type: string,
  { types }: Pick<DeclaredDesk, "types">
): TaskType {
  return types.get(type) ?? withoutKind(type)
}
