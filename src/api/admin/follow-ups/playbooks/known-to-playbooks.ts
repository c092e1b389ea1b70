import { CONDITION_FIELDS } from "../../../../modules/follow-up/rules/conditions"
import type { PlaybookVocabulary } from "../../../../modules/follow-up/rules/parse-playbook"
import type { RuleBook } from "../../../../modules/follow-up/rules/rule-book"
import type FollowUpModuleService from "../../../../modules/follow-up/service"

/** What there is in this shop that a playbook may name. */
export function knownToPlaybooks(
  { settings }: Pick<FollowUpModuleService, "settings">,
  { calendars }: Pick<RuleBook, "calendars">
): PlaybookVocabulary {
  return {
    types: [...settings.types.keys()],
    condition_fields: CONDITION_FIELDS,
    custom_actions: [],
    calendar_ids: calendars.map(({ id }) => id),
  }
}
