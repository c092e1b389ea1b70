import type { DefaultPlaybook } from "../options"
import { changeCalendars } from "./change-calendars"
import { changePlaybooks } from "./change-playbooks"
import type { RuleBook } from "./rule-book"
import type { RuleChange } from "./rule-change"

/**
 * The rules as they would be after a change. Pure: nothing is stored.
 *
 * @param defaults - how the plugin's own playbooks come, by type
 * @throws MedusaError where the change is not possible, saying why
 */
export function changeRuleBook(
  book: RuleBook,
  change: RuleChange,
  defaults: ReadonlyMap<string, DefaultPlaybook>
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
      return changePlaybooks(book, change, (type) => defaults.get(type))
  }
}
