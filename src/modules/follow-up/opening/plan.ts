import type { TaskType } from "../rules/playbooks/task-types"
import type { Command } from "../task/decide/command"
import type { OpenRequest } from "../task/open-request"
import type { Unanswered } from "./choose-playbook"
import type { RuleBook } from "../rules/rule-book"

/** What must happen for the tasks to agree with the order or the customer. */
export type Plan = {
  open: OpenRequest[]
  commands: { task_id: string; command: Command }[]
}

/** What plans are made under, the same for every record of one run. */
export type Planning = {
  book: Pick<RuleBook, "playbooks">
  default_country: string | null
  /** The task types that there are. */
  types: ReadonlyMap<string, TaskType>
  /** Nothing is opened for what is older. */
  first_start: Date
  /** What is older was looked at before, and its triggers with it. */
  looked_at_before: Date
  now: Date
}

/**
 * A record that meets a condition only later (its total was changed, or the
 * rules were) still opens a task within this time. Later it would be out of
 * the blue: a rule that is switched on does not call last month's customers.
 */
const MEETS_LATE_MS = 24 * 3_600_000

/**
 * How long a new order or customer waits for a condition of the shop's own that
 * gave no answer. Until then every run of the reconciler asks again.
 */
export const WAITS_FOR_ANSWER_MS = 4 * 60_000

/**
 * What a condition without an answer means for a task.
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

/** When a new order or customer came to be, or null where it is not new. */
export function newSince(
  created_at: Date,
  { looked_at_before }: Pick<Planning, "looked_at_before">
): Date | null {
  return created_at >= looked_at_before ? created_at : null
}

/**
 * The time from which a task that a new order or customer opens counts: when
 * that came to be, or now, where it was looked at before and opened nothing.
 *
 * @returns null where it opens nothing any more
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
