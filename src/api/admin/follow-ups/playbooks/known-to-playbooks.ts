import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  ownCodeOf,
  type PlaybookVocabulary,
  playbookVocabulary,
  type RuleBook,
} from "../../../../modules/follow-up"

/** What there is in this shop that a playbook may name. */
export function knownToPlaybooks(
  book: Pick<RuleBook, "calendars">,
  container: MedusaContainer
): PlaybookVocabulary {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return playbookVocabulary(book, settings, ownCodeOf(container, settings))
}
