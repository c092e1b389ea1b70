import type { RuleBook } from "../rule-book"
import type { DeclaredDesk } from "../settings"

/** The names that a playbook may refer to. */
export type PlaybookVocabulary = Pick<
  DeclaredDesk,
  | "types"
  | "triggers"
  | "conditions"
  | "script_variables"
  | "escalation_actions"
> & { calendar_ids: readonly string[] }

/** The names that a playbook of this shop may refer to. */
export function playbookVocabulary(
  { calendars }: Pick<RuleBook, "calendars">,
  desk: Omit<PlaybookVocabulary, "calendar_ids">
): PlaybookVocabulary {
  return { ...desk, calendar_ids: calendars.map(({ id }) => id) }
}
