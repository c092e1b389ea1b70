import type { CalendarDefinition } from "../../../business-time"
import type { EscalationActions } from "../options/custom-actions"
import type { ConditionHandlers } from "../options/custom-conditions"
import type { PlaybookDefinition } from "./playbooks/playbook"
import type { TaskType } from "./playbooks/task-types"
import type { ScriptLanguage } from "../scripts/plugin-scripts"

/** How the playbook of a type comes, before anybody has edited it. */
export type DefaultPlaybook = {
  enabled: boolean
  definition: PlaybookDefinition
}

/** The options with every default filled in. */
export type FollowUpSettings = {
  calendar: CalendarDefinition
  types: ReadonlyMap<string, TaskType>
  /** By type. */
  playbooks: ReadonlyMap<string, DefaultPlaybook>
  default_country: string | null
  language: ScriptLanguage
  /** What the shop's own code says of orders and customers, by name. */
  conditions: ConditionHandlers
  /** What the shop's own code does at steps of an escalation, by name. */
  escalation_actions: EscalationActions
}

/**
 * What tasks of a type may end with. A type that is no more (its plugin was
 * removed) has no outcomes: its tasks can be read and canceled.
 */
export function taskTypeOf(
  type: string,
  { types }: Pick<FollowUpSettings, "types">
): TaskType {
  return (
    types.get(type) ?? { type, outcomes: [], reached_outcomes: [], label: null }
  )
}
