import { Input } from "@medusajs/ui"
import type { EscalationAction } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { Check } from "../fields/check"
import { Choice } from "../fields/choice"
import { PersonChoice } from "../fields/people"
import { newAction } from "./escalation"
import { customActionText, type CustomActions } from "./escalation-text"
import { ACTIONS, AUDIENCES, PRIORITIES } from "./words"

/** The action of an escalation step. */
export const EscalationActionFields = ({
  action,
  customActions,
  onChange,
}: {
  action: EscalationAction
  customActions: CustomActions
  onChange: (action: EscalationAction) => void
}) => {
  const t = useText()
  const kinds = ACTIONS.filter(
    (kind) =>
      kind !== "custom" || customActions.length > 0 || action.kind === kind
  )
  return (
    <div className="txt-compact-small flex flex-wrap items-center gap-2">
      <Choice
        label={t("settings.playbooks.late.action")}
        value={action.kind}
        choices={kinds.map((kind) => ({
          value: kind,
          label: t(`settings.playbooks.late.actions.${kind}`),
        }))}
        onChange={(kind) => onChange(newAction(kind))}
      />
      <Details
        action={action}
        customActions={customActions}
        onChange={onChange}
      />
    </div>
  )
}

const Details = ({
  action,
  customActions,
  onChange,
}: {
  action: EscalationAction
  customActions: CustomActions
  onChange: (action: EscalationAction) => void
}) => {
  const t = useText()
  switch (action.kind) {
    case "notify":
      return (
        <>
          <Choice
            label={t("settings.playbooks.late.audience")}
            value={action.audience}
            choices={AUDIENCES.map((audience) => ({
              value: audience,
              label: t(`settings.playbooks.late.audiences.${audience}`),
            }))}
            onChange={(audience) =>
              onChange({ kind: "notify", audience, email: action.email })
            }
          />
          {action.audience === "user" && (
            <PersonChoice
              label={t("settings.playbooks.late.person")}
              id={action.user_id ?? null}
              onChange={(id) =>
                onChange({ ...action, user_id: id ?? undefined })
              }
            />
          )}
          <Check
            label={t("settings.playbooks.late.email")}
            checked={action.email}
            onChange={(email) => onChange({ ...action, email })}
          />
        </>
      )
    case "raise_priority":
      return (
        <Choice
          label={t("settings.playbooks.priority")}
          value={action.priority}
          choices={PRIORITIES.map((priority) => ({
            value: priority,
            label: t(`settings.playbooks.priorities.${priority}`),
          }))}
          onChange={(priority) => onChange({ ...action, priority })}
        />
      )
    case "reassign":
      return (
        <PersonChoice
          label={t("settings.playbooks.late.person")}
          id={action.assignee_id}
          nobody={t("settings.playbooks.late.nobody")}
          onChange={(assignee_id) => onChange({ ...action, assignee_id })}
        />
      )
    case "emit_event":
      return (
        <Input
          size="small"
          className={`${TOUCH_HEIGHT} w-56`}
          aria-label={t("settings.playbooks.late.event")}
          placeholder="shop.order_late"
          value={action.event}
          onChange={({ target }) =>
            onChange({ ...action, event: target.value })
          }
        />
      )
    case "custom":
      return (
        <Choice
          label={t("settings.playbooks.late.customAction")}
          value={action.name || null}
          placeholder={t("settings.fields.choose")}
          choices={[
            ...customActions.map(({ name }) => name),
            ...(action.name &&
            !customActions.some(({ name }) => name === action.name)
              ? [action.name]
              : []),
          ].map((name) => ({
            value: name,
            label: customActionText(t, name, customActions),
          }))}
          onChange={(name) => onChange({ ...action, name })}
        />
      )
  }
}
