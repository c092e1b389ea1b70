import type { AdminFollowUpActivity } from "../../src/api/admin/follow-ups/types"
import { momentText } from "../clock/moment-text"
import type { Text } from "../i18n/use-text"

/** One entry of a task's history in words. */
export function activityText(
  t: Text,
  { kind, data }: Pick<AdminFollowUpActivity, "kind" | "data">,
  now: number,
  timeZone: string
): string {
  switch (kind) {
    case "assigned":
      return data.assignee
        ? t("history.assigned", { name: data.assignee.name })
        : t("history.unassigned")
    case "attempted":
      return [
        ...(data.channel ? [t(`channels.${data.channel}`)] : []),
        ...(data.outcome ? [t.of("attempts", data.outcome)] : []),
      ].join(": ")
    case "waiting":
      return data.until
        ? t("history.waiting", {
            when: momentText(t, "when", Date.parse(data.until), now, timeZone),
          })
        : t("history.waitingOpen")
    case "completed":
      return data.outcome
        ? t("history.completed", { outcome: t.of("outcomes", data.outcome) })
        : t("statuses.completed")
    case "canceled":
      return data.reason
        ? t("history.canceled", { reason: t(`cancelReasons.${data.reason}`) })
        : t("statuses.canceled")
    case "opened":
    case "resumed":
    case "reopened":
    case "noted":
    case "contact_changed":
    case "order_changed":
    case "target_missed":
    case "breached":
      return t(`history.${kind}`)
  }
}
