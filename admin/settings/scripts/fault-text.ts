import type { AdminFollowUpScriptFault } from "../../../src/api/admin/follow-ups/scripts/types"
import type { Text } from "../../i18n/use-text"

/** An error and its line: `Line 2: there is no variable “custmer”`. */
export function faultText(
  t: Text,
  { line, kind, name }: AdminFollowUpScriptFault
): string {
  return t("settings.scripts.fault", {
    line,
    reason:
      name === null
        ? t(`settings.scripts.faultsWithoutName.${kind}`)
        : t(`settings.scripts.faults.${kind}`, { name }),
  })
}
