import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { escalationActionsOf } from "../../../../modules/follow-up/custom-actions"
import {
  conditionFieldsOf,
  conditionsOf,
} from "../../../../modules/follow-up/custom-conditions"
import type { PlaybookVocabulary } from "../../../../modules/follow-up/rules/parse-playbook"
import type { RuleBook } from "../../../../modules/follow-up/rules/rule-book"
import type FollowUpModuleService from "../../../../modules/follow-up/service"

/** What there is in this shop that a playbook may name. */
export function knownToPlaybooks(
  { calendars }: Pick<RuleBook, "calendars">,
  container: MedusaContainer
): PlaybookVocabulary {
  const { settings } =
    container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  return {
    types: [...settings.types.keys()],
    condition_fields: conditionFieldsOf(conditionsOf(container, settings)),
    custom_actions: Object.keys(escalationActionsOf(container, settings)),
    calendar_ids: calendars.map(({ id }) => id),
  }
}
