import type { TaskType } from "../rules/playbooks/task-types"
import type { Command } from "../task/decide/command"
import type { OpenRequest } from "../task/open-request"
import type { Unanswered } from "./choose-playbook"
import type { RuleBook } from "../rules/rule-book"

/** The changes that sync the tasks with the order or the customer. */
export type Plan = {
  open: OpenRequest[]
  commands: { task_id: string; command: Command }[]
}

/** The basis of plans, the same for every record of one run. */
export type Planning = {
  book: Pick<RuleBook, "playbooks">
  default_country: string | null
  /** The existing task types. */
  types: ReadonlyMap<string, TaskType>
  /** Nothing is opened for older records. */
  first_start: Date
  /** Older records, and their triggers, were looked at before. */
  looked_at_before: Date
  now: Date
}

/**
 * A record that meets a condition only later (its total or the rules were
 * changed) still opens a task within this time. After that it would come out of
 * the blue: switching on a rule does not call last month's customers.
 */
const MEETS_LATE_MS = 24 * 3_600_000

/**
 * How long a new order or customer waits for a condition of an extension that
 * gave no answer. Until then every run of the reconciler asks again.
 */
export const WAITS_FOR_ANSWER_MS = 4 * 60_000

/**
 * How a condition without an answer affects a task.
 *
 * @param since - from when the reconciler looks for the task; null: it does not
 */
export function unansweredSince(
  since: Date | null,
  { now }: Pick<Planning, "now">
): Unanswered {
  if (since === null) {
    return "pass_over"
  }
  return now.getTime() - since.getTime() < WAITS_FOR_ANSWER_MS ? "wait" : "open"
}

/** When a new order or customer was created, or null if it is not new. */
export function newSince(
  created_at: Date,
  { looked_at_before }: Pick<Planning, "looked_at_before">
): Date | null {
  return created_at >= looked_at_before ? created_at : null
}

/**
 * The time from which a task for a new order or customer counts: its creation,
 * or now if it was looked at before and opened nothing.
 *
 * @returns null if it no longer opens anything
 */
export function countsFrom(created_at: Date, planning: Planning): Date | null {
  const { first_start, now } = planning
  if (created_at < first_start) {
    return null
  }
  const isInTime = now.getTime() - created_at.getTime() <= MEETS_LATE_MS
  return newSince(created_at, planning) ?? (isInTime ? now : null)
}

/** The key of the task of a type that a new order or customer opens. */
export function openedByTrigger(type: string, record_id: string): string {
  return `${type}:${record_id}`
}
