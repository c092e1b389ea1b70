import { conditionFieldsOf } from "../../options/custom-conditions"
import type { FollowUpSettings } from "../settings"
import type { NamedOwnCode } from "../../options/extensions"
import type { PlaybookVocabulary } from "./parse-playbook"
import type { RuleBook } from "../rule-book"

/** What there is in this shop that a playbook may name. */
export function playbookVocabulary(
  { calendars }: Pick<RuleBook, "calendars">,
  { types }: Pick<FollowUpSettings, "types">,
  { conditions, escalation_actions }: NamedOwnCode
): PlaybookVocabulary {
  return {
    types: [...types.keys()],
    condition_fields: conditionFieldsOf(conditions),
    custom_actions: Object.keys(escalation_actions),
    calendar_ids: calendars.map(({ id }) => id),
  }
}
