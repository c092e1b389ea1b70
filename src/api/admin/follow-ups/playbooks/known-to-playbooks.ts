import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type PlaybookVocabulary,
  playbookVocabulary,
  type RuleBook,
} from "../../../../modules/follow-up"

/** The names that a playbook of this shop may refer to. */
export function knownToPlaybooks(
  book: Pick<RuleBook, "calendars">,
  container: MedusaContainer
): PlaybookVocabulary {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return playbookVocabulary(book, settings)
}
