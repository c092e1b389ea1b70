import type { RuleBook } from "./rule-book"
import { selectBindings, selectCalendars } from "./calendars/calendars"
import { selectPlaybooks } from "./playbooks/playbooks"
import type { Sql } from "../../../postgres/sql"

/** All calendars and playbooks of the shop at present. */
export async function selectRuleBook(sql: Sql): Promise<RuleBook> {
  return {
    calendars: await selectCalendars(sql),
    bindings: await selectBindings(sql),
    playbooks: await selectPlaybooks(sql),
  }
}
