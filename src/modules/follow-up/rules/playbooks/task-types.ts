/** A kind of task: what it may end with. How it is worked, playbooks say. */
export type TaskType = {
  /** Such as `confirm_order`. */
  type: string
  /** The outcomes that it may be completed with, the usual one first. */
  outcomes: readonly string[]
  /** Those of `outcomes` that only somebody who was reached can give. */
  reached_outcomes: readonly string[]
  /** By language; null for the plugin's own, whose words the dashboard has. */
  label: Readonly<Record<string, string>> | null
}

/** Completed without a call, because the order was safe. No person may say it. */
export const AUTO_CONFIRMED = "auto_confirmed"

/** The task types that the plugin comes with. */
export const PLUGIN_TYPES: readonly TaskType[] = [
  {
    type: "confirm_order",
    outcomes: ["confirmed", "changed", "declined", "unreachable"],
    reached_outcomes: ["confirmed", "changed", "declined"],
    label: null,
  },
  {
    type: "complete_contact",
    outcomes: ["number_received", "no_number", "unreachable"],
    reached_outcomes: ["number_received", "no_number"],
    label: null,
  },
]
