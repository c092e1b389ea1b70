import type { PlaybookDefinition } from "../../../src/api/admin/follow-ups/playbooks/types"
import type { Text } from "../../i18n/use-text"
import { workingTimeText } from "../fields/working-time-text"

/** `20 min, at most 1 h`. */
export function targetsText(
  t: Text,
  {
    response_target_minutes,
    response_limit_minutes,
  }: Pick<
    PlaybookDefinition,
    "response_target_minutes" | "response_limit_minutes"
  >
): string {
  return t("settings.playbooks.targets", {
    target: workingTimeText(t, response_target_minutes),
    limit: workingTimeText(t, response_limit_minutes),
  })
}
