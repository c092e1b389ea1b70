import type {
  AdminFollowUpPlaybookVocabularyResponse,
  EscalationAction,
  EscalationStep,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { labelText } from "../../i18n/label-text"
import type { Text } from "../../i18n/use-text"
import { workingTimeText } from "../fields/working-time-text"

export type CustomActions =
  AdminFollowUpPlaybookVocabularyResponse["custom_actions"]

export type PersonName = (id: string) => string

/** A step in words: `10 min before the response limit: tell everyone`. */
export function escalationText(
  t: Text,
  step: EscalationStep,
  personName: PersonName,
  customActions: CustomActions
): string {
  return t("settings.playbooks.late.step", {
    moment: momentText(t, step),
    action: actionText(t, step.action, personName, customActions),
  })
}

function momentText(
  t: Text,
  { relative_to, offset_minutes }: EscalationStep
): string {
  if (offset_minutes === 0) {
    return t(`settings.playbooks.late.at.${relative_to}`)
  }
  return t(
    offset_minutes < 0
      ? "settings.playbooks.late.before"
      : "settings.playbooks.late.after",
    {
      time: workingTimeText(t, Math.abs(offset_minutes)),
      deadline: t(`settings.playbooks.late.deadlineOf.${relative_to}`),
    }
  )
}

function actionText(
  t: Text,
  action: EscalationAction,
  personName: PersonName,
  customActions: CustomActions
): string {
  switch (action.kind) {
    case "notify": {
      const told =
        action.audience === "user"
          ? t("settings.playbooks.late.tell.user", {
              name: action.user_id ? personName(action.user_id) : "…",
            })
          : t(`settings.playbooks.late.tell.${action.audience}`)
      return action.email
        ? t("settings.playbooks.late.alsoByEmail", { told })
        : told
    }
    case "raise_priority":
      return t("settings.playbooks.late.raise", {
        priority: t(`settings.playbooks.priorities.${action.priority}`),
      })
    case "reassign":
      return action.assignee_id === null
        ? t("settings.playbooks.late.unassign")
        : t("settings.playbooks.late.reassign", {
            name: personName(action.assignee_id),
          })
    case "emit_event":
      return t("settings.playbooks.late.emit", { event: action.event || "…" })
    case "custom":
      return customActionText(t, action.name, customActions)
  }
}

export function customActionText(
  t: Text,
  name: string,
  customActions: CustomActions
): string {
  const known = customActions.find((action) => action.name === name)
  return labelText(t, known?.label) ?? (name || "…")
}
