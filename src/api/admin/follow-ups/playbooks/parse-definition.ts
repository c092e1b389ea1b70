import type { MedusaContainer } from "@medusajs/framework/types"
import {
  checkTextsInTurn,
  FOLLOW_UP_MODULE,
  parsePlaybook,
  playbookVocabulary,
  type RuleBook,
} from "../../../../modules/follow-up"

/**
 * The definition of a playbook in a request; its scripts are checked with
 * pauses, so that other requests go on meanwhile.
 *
 * @throws Refusal that names the invalid field
 */
export async function parseDefinition(
  type: string,
  definition: unknown,
  book: Pick<RuleBook, "calendars">,
  container: MedusaContainer
): Promise<ReturnType<typeof parsePlaybook>> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  await checkTextsInTurn(scriptsOf(definition), settings.script_variables)
  return parsePlaybook(type, definition, playbookVocabulary(book, settings))
}

function scriptsOf(definition: unknown): unknown {
  return typeof definition === "object" &&
    definition !== null &&
    "scripts" in definition
    ? definition.scripts
    : undefined
}
