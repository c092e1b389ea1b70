import type { RuleBook } from "../rules/rule-book"
import { selectBindings, selectCalendars } from "./calendars"
import { selectPlaybooks } from "./playbooks"
import type { Sql } from "./sql"

/** What the shop has set, as it is now. */
export async function selectRuleBook(sql: Sql): Promise<RuleBook> {
  return {
    calendars: await selectCalendars(sql),
    bindings: await selectBindings(sql),
    playbooks: await selectPlaybooks(sql),
  }
}
