import type { Assignment } from "../../../src/api/admin/follow-ups/playbooks/types"
import type { Text } from "../../i18n/use-text"
import { listText } from "./condition-text"
import type { PersonName } from "./escalation-text"

/**
 * The assignee of a new task: `Whoever dealt with the customer last, else in
 * turn: Marta and Ivan`.
 */
export function assignmentText(
  t: Text,
  { last_agent, user_ids }: Assignment,
  personName: PersonName
): string {
  const people = listText(t, user_ids.map(personName), "conjunction")
  if (user_ids.length === 0) {
    return last_agent
      ? t("settings.playbooks.who.lastAgentOnly")
      : t("settings.playbooks.who.nobody")
  }
  return last_agent
    ? t("settings.playbooks.who.lastAgentElse", { people })
    : t("settings.playbooks.who.inTurn", { people })
}
