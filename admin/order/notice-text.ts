import type { AdminFollowUpOrderNotice } from "../../src/api/admin/follow-ups/types"
import { labelText } from "../i18n/label-text"
import type { Text } from "../i18n/use-text"

/** "Customer unreachable · 4 attempts". */
export function noticeText(
  t: Text,
  { label, level, attempt_count: count }: AdminFollowUpOrderNotice
): string {
  return [
    labelText(t, label) ?? "",
    // Who declined was reached, however often somebody tried.
    ...(count > 0 && level !== "off" ? [t("task.attempts", { count })] : []),
  ].join(" · ")
}
