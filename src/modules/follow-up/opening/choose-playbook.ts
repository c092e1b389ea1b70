import { triggeredBy } from "../rules/playbooks/triggered-by"
import type { Playbook } from "../rules/playbooks/playbook"
import { meetsConditions } from "../rules/playbooks/conditions"
import type { OpeningFacts } from "./opening-facts"
import type { RuleBook } from "../rules/rule-book"

/**
 * What to do about a playbook with a condition that gave no answer, if no
 * earlier one matches:
 * - `wait`: choose none, because it will be asked again
 * - `open`: choose the next that certainly matches, otherwise this one, so that
 *   nothing is lost
 * - `pass_over`: choose the next that certainly matches, as if this one did not
 */
export type Unanswered = "wait" | "open" | "pass_over"

/** No playbook is chosen before a condition gives its answer. */
export const WAITS_FOR_ANSWER = "waits_for_answer"

/** The first playbook of a type whose conditions are met, in their order. */
export function choosePlaybook(
  type: string,
  trigger: string,
  {
    conditions,
    extensionAnswers,
  }: Pick<OpeningFacts, "conditions" | "extensionAnswers">,
  book: Pick<RuleBook, "playbooks">,
  unanswered: Unanswered
): Playbook | typeof WAITS_FOR_ANSWER | null {
  const possible = triggeredBy(trigger, book.playbooks)
    .filter((playbook) => playbook.type === type)
    .sort((a, b) => a.position - b.position)
    .map((playbook) => ({
      playbook,
      isMet: meetsConditions(
        playbook.definition.conditions,
        conditions,
        extensionAnswers
      ),
    }))
    .filter(({ isMet }) => isMet !== false)
  const [first] = possible
  if (first?.isMet === null && unanswered === "wait") {
    return WAITS_FOR_ANSWER
  }
  const sure = possible.find(({ isMet }) => isMet === true)
  const chosen = sure ?? (unanswered === "open" ? first : undefined)
  return chosen?.playbook ?? null
}
