import type { AdminFollowUpActivity } from "../../src/api/admin/follow-ups/types"
import { momentText } from "../clock/moment-text"
import type { Kinds } from "../desk/kinds"
import type { Text } from "../i18n/use-text"

/**
 * The text of an entry in a task's history.
 *
 * @param type - the task's type
 */
export function activityText(
  t: Text,
  { outcomeName, cancelReasonName, changeName, ruleName }: Kinds,
  type: string,
  { kind, data }: Pick<AdminFollowUpActivity, "kind" | "data">,
  now: number,
  timeZone: string
): string {
  switch (kind) {
    case "assigned":
      return data.assignee
        ? t("history.assigned", { name: data.assignee.name })
        : t(data.user_deleted ? "history.userDeleted" : "history.unassigned")
    case "attempted":
      return attemptText(t, data)
    case "message_failed":
      return t("history.message_failed", {
        channel: data.channel ? t.of("channels", data.channel) : "",
        error: data.error ?? "",
      })
    case "withdrawn":
      return t("history.withdrawn", { attempt: attemptText(t, data) })
    case "waiting":
      return data.until
        ? t("history.waiting", {
            when: momentText(t, "when", Date.parse(data.until), now, timeZone),
          })
        : t("history.waitingOpen")
    case "completed":
      return data.outcome
        ? t("history.completed", { outcome: outcomeName(type, data.outcome) })
        : t("statuses.completed")
    case "canceled":
      return data.reason
        ? t("history.canceled", { reason: cancelReasonName(data.reason) })
        : t("statuses.canceled")
    case "breached":
      return t(
        data.deadline === "resolution_limit"
          ? "history.resolutionBreached"
          : "history.breached"
      )
    case "escalated":
      return t("history.escalated", { action: actionText(t, data.action) })
    case "escalation_skipped":
      return t("history.escalationSkipped", {
        action: actionText(t, data.action),
        reason: t(`skipReasons.${data.skipped ?? "superseded"}`),
      })
    case "attempts_used_up":
      return t("history.attemptsUsedUp")
    case "rules_changed":
      return t("history.rulesChanged", {
        playbook: versionText(ruleName, data.playbook),
        calendar: versionText(ruleName, data.calendar),
      })
    case "resumed":
      if (data.no_reply) {
        return t("history.noReply")
      }
      return t(data.by_customer ? "history.answered" : "history.resumed")
    case "opened":
      return t(data.audit ? "history.openedForAudit" : "history.opened")
    case "updated":
      return data.change ? changeName(data.change) : t("history.updated")
    case "calling":
    case "hung_up":
    case "joined":
    case "reopened":
    case "noted":
    case "contact_changed":
    case "order_changed":
    case "target_missed":
      return t(`history.${kind}`)
  }
}

function attemptText(
  t: Text,
  { channel, outcome }: AdminFollowUpActivity["data"]
): string {
  return [
    ...(channel ? [t.of("channels", channel)] : []),
    ...(outcome ? [t.of("attempts", outcome)] : []),
  ].join(": ")
}

function actionText(
  t: Text,
  action: AdminFollowUpActivity["data"]["action"]
): string {
  switch (action?.kind) {
    case "notify":
      return t(`escalationActions.${action.audience}`)
    case "raise_priority":
      return t("escalationActions.raisePriority", {
        priority: t(`priorities.${action.priority}`),
      })
    case "reassign":
      return t("escalationActions.reassign")
    case "emit_event":
      return t("escalationActions.event", { name: action.event })
    case "custom":
      return action.name
    case undefined:
      return ""
  }
}

function versionText(
  ruleName: Kinds["ruleName"],
  version: AdminFollowUpActivity["data"]["playbook"]
): string {
  return version ? `${ruleName(version.name)} (${version.version})` : ""
}
