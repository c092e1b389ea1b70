import type { Playbook } from "./playbook"
import type { RuleBook } from "../rule-book"

/** The enabled playbooks that this trigger may open a task under. */
export function triggeredBy(
  trigger: string,
  playbooks: readonly Playbook[]
): Playbook[] {
  return playbooks.filter(
    ({ enabled, definition }) =>
      enabled && definition.triggers.includes(trigger)
  )
}

/**
 * The types of which this trigger may open a task, in the order of the rule
 * book.
 */
export function typesTriggeredBy(
  trigger: string,
  book: Pick<RuleBook, "playbooks">
): string[] {
  return [
    ...new Set(triggeredBy(trigger, book.playbooks).map(({ type }) => type)),
  ]
}
