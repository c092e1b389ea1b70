import type { DeclaredDesk, FollowUpSettings } from "./settings"
import { changeCalendars } from "./calendars/change-calendars"
import { changePlaybooks } from "./playbooks/change-playbooks"
import { parsePlaybook } from "./playbooks/parse-playbook"
import { playbookVocabulary } from "./playbooks/playbook-vocabulary"
import type { RuleBook } from "./rule-book"
import type { PlaybookChange, RuleChange } from "./rule-change"

type Settings = DeclaredDesk & Pick<FollowUpSettings, "playbooks">

/**
 * The rules after a change, which is checked against the current rules. Pure:
 * nothing is stored.
 *
 * @throws Refusal if the change is not possible, saying why
 */
export function changeRuleBook(
  book: RuleBook,
  change: RuleChange,
  settings: Settings
): RuleBook {
  switch (change.kind) {
    case "create_calendar":
    case "update_calendar":
    case "delete_calendar":
      return changeCalendars(book, change)
    case "create_playbook":
    case "update_playbook":
    case "reset_playbook":
    case "order_playbooks":
    case "delete_playbook":
      return changePlaybooks(book, parsed(change, book, settings), (type) =>
        settings.playbooks.get(type)
      )
  }
}

function parsed(
  change: PlaybookChange,
  book: RuleBook,
  settings: Settings
): PlaybookChange {
  const known = playbookVocabulary(book, settings)
  if (change.kind === "create_playbook") {
    const { type, definition } = change
    return { ...change, definition: parsePlaybook(type, definition, known) }
  }
  if (change.kind === "update_playbook" && change.definition !== undefined) {
    const { id, definition } = change
    const playbook = book.playbooks.find((playbook) => playbook.id === id)
    return playbook
      ? {
          ...change,
          definition: parsePlaybook(playbook.type, definition, known),
        }
      : change
  }
  return change
}
