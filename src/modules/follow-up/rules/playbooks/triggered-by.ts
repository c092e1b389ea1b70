import type { Playbook, Trigger } from "./playbook"
import type { RuleBook } from "../rule-book"

/** Those that are switched on and that this trigger may open a task under. */
export function triggeredBy(
  trigger: Trigger,
  playbooks: readonly Playbook[]
): Playbook[] {
  return playbooks.filter(
    ({ enabled, definition }) =>
      enabled && definition.triggers.includes(trigger)
  )
}

/** The types that something may open a task of, in the order of the book. */
export function typesTriggeredBy(
  trigger: Trigger,
  book: Pick<RuleBook, "playbooks">
): string[] {
  return [
    ...new Set(triggeredBy(trigger, book.playbooks).map(({ type }) => type)),
  ]
}
