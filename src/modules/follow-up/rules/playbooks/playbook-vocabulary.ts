import type { RuleBook } from "../rule-book"
import type { DeclaredDesk } from "../settings"

/** What there is that a playbook may name. */
export type PlaybookVocabulary = Pick<
  DeclaredDesk,
  | "types"
  | "triggers"
  | "conditions"
  | "script_variables"
  | "escalation_actions"
> & { calendar_ids: readonly string[] }

/** What there is in this shop that a playbook may name. */
export function playbookVocabulary(
  { calendars }: Pick<RuleBook, "calendars">,
  desk: Omit<PlaybookVocabulary, "calendar_ids">
): PlaybookVocabulary {
  return { ...desk, calendar_ids: calendars.map(({ id }) => id) }
}
