import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { ownCodeOf } from "../../../../modules/follow-up/options/extensions"
import type { PlaybookVocabulary } from "../../../../modules/follow-up/rules/playbooks/parse-playbook"
import { playbookVocabulary } from "../../../../modules/follow-up/rules/playbooks/playbook-vocabulary"
import type { RuleBook } from "../../../../modules/follow-up/rules/rule-book"
import type FollowUpModuleService from "../../../../modules/follow-up/service"

/** What there is in this shop that a playbook may name. */
export function knownToPlaybooks(
  book: Pick<RuleBook, "calendars">,
  container: MedusaContainer
): PlaybookVocabulary {
  const { settings } =
    container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  return playbookVocabulary(book, settings, ownCodeOf(container, settings))
}
