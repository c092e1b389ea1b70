import type { AdminFollowUpScriptFault } from "../../../src/api/admin/follow-ups/scripts/types"
import type { Text } from "../../i18n/use-text"

/** An error and its place: `Line 2, column 7: “custmer” is not one of the variables`. */
export function faultText(
  t: Text,
  { line, column, instead, ...fault }: AdminFollowUpScriptFault
): string {
  const reason = reasonText(t, fault)
  return t("settings.scripts.fault", {
    line,
    column,
    reason:
      instead === undefined
        ? reason
        : t("settings.scripts.instead", { reason, instead }),
  })
}

function reasonText(
  t: Text,
  { kind, name }: Pick<AdminFollowUpScriptFault, "kind" | "name">
): string {
  switch (kind) {
    case "computes_with_text":
    case "never_equal":
    case "prints_list":
      return t(`settings.scripts.faults.${kind}`, { name: name ?? "" })
  }
  return name === null
    ? t(`settings.scripts.faultsWithoutName.${kind}`)
    : t(`settings.scripts.faults.${kind}`, { name })
}
