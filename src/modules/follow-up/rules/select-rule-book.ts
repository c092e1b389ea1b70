import type { RuleBook } from "./rule-book"
import { selectBindings, selectCalendars } from "./calendars/calendars"
import { selectPlaybooks } from "./playbooks/playbooks"
import type { Sql } from "../../../postgres/sql"

/** What the shop has set, as it is now. */
export async function selectRuleBook(sql: Sql): Promise<RuleBook> {
  return {
    calendars: await selectCalendars(sql),
    bindings: await selectBindings(sql),
    playbooks: await selectPlaybooks(sql),
  }
}
