import type { Trigger } from "../vocabulary"
import { meetsConditions } from "./conditions"
import type { OpeningFacts } from "./opening-facts"
import type { Playbook } from "./playbook"
import type { RuleBook } from "./rule-book"

/** The types that something may open a task of, in the order of the book. */
export function typesTriggeredBy(
  trigger: Trigger,
  book: Pick<RuleBook, "playbooks">
): string[] {
  return [
    ...new Set(triggeredBy(trigger, book.playbooks).map(({ type }) => type)),
  ]
}

/** The first playbook of a type whose conditions are met, by their order. */
export function choosePlaybook(
  type: string,
  trigger: Trigger,
  {
    conditions,
    customFields,
  }: Pick<OpeningFacts, "conditions" | "customFields">,
  book: Pick<RuleBook, "playbooks">
): Playbook | null {
  return (
    triggeredBy(trigger, book.playbooks)
      .filter((playbook) => playbook.type === type)
      .sort((a, b) => a.position - b.position)
      .find(({ definition }) =>
        meetsConditions(definition.conditions, conditions, customFields)
      ) ?? null
  )
}

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
