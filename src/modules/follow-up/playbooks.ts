import type { AttemptOutcome } from "./vocabulary"

/**
 * For one task type: how quickly it must be answered, what it may end with,
 * and what to do when nobody answers.
 */
export type Playbook = {
  id: string
  version: number
  type: string
  /** Business minutes from `opened_at` to the first attempt: the goal. */
  response_target_minutes: number
  /** Business minutes from `opened_at`: the last acceptable moment. */
  response_limit_minutes: number
  /** The outcomes the task may be completed with, the usual one first. */
  outcomes: readonly string[]
  /** Those of `outcomes` that only somebody who was reached can give. */
  reached_outcomes: readonly string[]
  /** Business minutes until the next attempt, by how the last one ended. */
  retry_after_minutes: Readonly<Partial<Record<AttemptOutcome, number>>> & {
    readonly otherwise: number
  }
}

/**
 * 20 and 60 minutes are what shops say themselves: react within 10 to 20
 * minutes, an hour at most, or the sale is gone.
 */
const confirmOrder: Playbook = {
  id: "confirm_order",
  version: 1,
  type: "confirm_order",
  response_target_minutes: 20,
  response_limit_minutes: 60,
  outcomes: ["confirmed", "changed", "declined", "unreachable"],
  reached_outcomes: ["confirmed", "changed", "declined"],
  retry_after_minutes: { otherwise: 30 },
}

/**
 * A request is answered within the hour where possible, the same working day
 * (eight hours) at worst. A letter gets half a working day to be answered.
 */
const completeContact: Playbook = {
  id: "complete_contact",
  version: 1,
  type: "complete_contact",
  response_target_minutes: 60,
  response_limit_minutes: 480,
  outcomes: ["number_received", "no_number", "unreachable"],
  reached_outcomes: ["number_received", "no_number"],
  retry_after_minutes: { otherwise: 30, message_sent: 240 },
}

/** The playbooks that the plugin comes with, one for each task type. */
export const PLAYBOOKS: readonly Playbook[] = [confirmOrder, completeContact]

/** The task types that the plugin comes with. */
export const TASK_TYPES = PLAYBOOKS.map((playbook) => playbook.type)
