import type { CalendarDefinition } from "../../../business-time"
import type { CalendarScope } from "./calendars/calendar"
import type { PlaybookDefinition } from "./playbooks/playbook"

/** Everything that a shop may change about its calendars. */
export type CalendarChange =
  | {
      kind: "create_calendar"
      /** Of the new calendar. */
      id: string
      name: string
      definition: CalendarDefinition
    }
  | {
      kind: "update_calendar"
      id: string
      name?: string
      definition?: CalendarDefinition
      is_default?: true
      /** In place of those that there were. */
      bindings?: { scope: CalendarScope; reference_id: string }[]
      /** The version that was edited; refused where it is not the current one. */
      version?: number
    }
  | {
      kind: "delete_calendar"
      id: string
      /** What takes over its playbooks, bindings and tasks. */
      replace_with: string | null
    }

/** Everything that a shop may change about its playbooks. */
export type PlaybookChange =
  | {
      kind: "create_playbook"
      /** Of the new playbook. */
      id: string
      type: string
      name: string
      enabled: boolean
      definition: PlaybookDefinition
    }
  | {
      kind: "update_playbook"
      id: string
      name?: string
      enabled?: boolean
      definition?: PlaybookDefinition
      /** The version that was edited; refused where it is not the current one. */
      version?: number
    }
  | { kind: "reset_playbook"; id: string }
  | { kind: "order_playbooks"; type: string; ids: string[] }
  | { kind: "delete_playbook"; id: string }

export type RuleChange = CalendarChange | PlaybookChange
