import { Prompt } from "@medusajs/ui"
import { useRef, useState, type RefObject } from "react"
import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { Choice } from "../fields/choice"
import { useCalendars } from "./queries"
import { useBindingName } from "./use-binding-name"

/** Confirms the deletion, and asks for a replacement for what depends on it. */
export const DeleteDialog = ({
  calendar,
  opener,
  onConfirm,
  onCancel,
}: {
  calendar: AdminFollowUpCalendar
  /** Gets the focus back: the menu's entry is gone by then. */
  opener: RefObject<HTMLElement>
  onConfirm: (replaceWith: string | undefined) => void
  onCancel: () => void
}) => {
  const t = useText()
  const cancel = useRef<HTMLButtonElement>(null)
  const bindingName = useBindingName()
  const { data } = useCalendars()
  const others = (data?.calendars ?? []).filter(({ id }) => id !== calendar.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const replacement =
    chosen ?? (others.find(({ is_default }) => is_default) ?? others[0])?.id
  const { active_tasks, playbooks, bindings } = calendar
  const used = [
    ...(active_tasks > 0
      ? [t("settings.calendars.openTasks", { count: active_tasks })]
      : []),
    ...(playbooks.length > 0
      ? [
          t("settings.calendars.playbooksUsing", {
            names: playbooks.map(({ name }) => name).join(", "),
          }),
        ]
      : []),
    ...(bindings.length > 0
      ? [
          `${t("settings.calendars.bindings")}: ${bindings.map(bindingName).join(", ")}`,
        ]
      : []),
  ]
  const inUse = used.length > 0

  return (
    <Prompt open onOpenChange={(open) => !open && onCancel()}>
      <Prompt.Content
        className="w-[calc(100%-1rem)]"
        // Not `autoFocus`: the closing menu would take the focus back.
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          cancel.current?.focus()
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          opener.current?.focus()
        }}
      >
        <Prompt.Header>
          <Prompt.Title>
            {t("settings.calendars.deleteTitle", { name: calendar.name })}
          </Prompt.Title>
          <Prompt.Description className="text-pretty">
            {t(
              calendar.is_default
                ? "settings.calendars.deleteDefault"
                : inUse
                  ? "settings.calendars.deleteInUse"
                  : "settings.calendars.deleteUnused"
            )}
          </Prompt.Description>
        </Prompt.Header>
        {inUse && !calendar.is_default && (
          <div className="flex flex-col gap-y-3 px-6 pt-4">
            <ul className="txt-compact-small text-ui-fg-subtle flex list-none flex-col gap-y-1">
              {used.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
            <Choice
              label={t("settings.calendars.replaceWith")}
              className="h-8 w-full"
              value={replacement ?? null}
              placeholder={t("settings.fields.choose")}
              choices={others.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              onChange={setChosen}
            />
          </div>
        )}
        <Prompt.Footer>
          <SmallButton ref={cancel} onClick={onCancel}>
            {t("settings.cancel")}
          </SmallButton>
          {!calendar.is_default && (
            <SmallButton
              variant="danger"
              disabled={inUse && !replacement}
              onClick={() => onConfirm(inUse ? replacement : undefined)}
            >
              {t("settings.calendars.delete")}
            </SmallButton>
          )}
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
