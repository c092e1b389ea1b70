import type { CalendarDefinition } from "../../../business-time"
import type { CalendarScope } from "./calendars/calendar"
import type { PlaybookDefinition } from "../../../desk/playbook"

/** Every change that a shop can make to its calendars. */
export type CalendarChange =
  | {
      kind: "create_calendar"
      /** The id for the new calendar. */
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
      /** Replaces the existing ones. */
      bindings?: { scope: CalendarScope; reference_id: string }[]
      /**
       * The version that was edited; refused if it is no longer the current
       * one.
       */
      version?: number
    }
  | {
      kind: "delete_calendar"
      id: string
      /** The calendar that takes over its playbooks, bindings and tasks. */
      replace_with: string | null
    }

/** Every change that a shop can make to its playbooks. */
export type PlaybookChange =
  | {
      kind: "create_playbook"
      /** The id for the new playbook. */
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
      /**
       * The version that was edited; refused if it is no longer the current
       * one.
       */
      version?: number
    }
  | { kind: "reset_playbook"; id: string }
  | { kind: "order_playbooks"; type: string; ids: string[] }
  | { kind: "delete_playbook"; id: string }

export type RuleChange = CalendarChange | PlaybookChange
