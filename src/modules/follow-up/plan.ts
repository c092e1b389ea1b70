import type { Command } from "./decide/command"
import type { OpenRequest } from "./open-tasks"
import type { RuleBook } from "./rules/rule-book"

/** What must happen for the tasks to agree with the order or the customer. */
export type Plan = {
  open: OpenRequest[]
  commands: { task_id: string; command: Command }[]
}

/** What plans are made under, the same for every record of one run. */
export type Planning = {
  book: Pick<RuleBook, "playbooks">
  default_country: string | null
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
 * The time from which a task that a new order or customer opens counts: when
 * that came to be, or now, where it was looked at before and opened nothing.
 *
 * @returns null where it opens nothing any more
 */
export function countsFrom(
  created_at: Date,
  { first_start, looked_at_before, now }: Planning
): Date | null {
  if (created_at < first_start) {
    return null
  }
  if (created_at >= looked_at_before) {
    return created_at
  }
  return now.getTime() - created_at.getTime() <= MEETS_LATE_MS ? now : null
}
