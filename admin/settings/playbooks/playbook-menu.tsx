import {
  ArrowDownMini,
  ArrowPath,
  ArrowUpMini,
  EllipsisHorizontal,
  PencilSquare,
  SquareTwoStack,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, toast, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges, usePlaybooks } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SETTINGS_PATHS } from "../settings-tabs"
import { freeName } from "./names"
import { useFullName } from "./use-full-name"
import { usePutBack } from "./use-put-back"
import { useRestWarning } from "./use-rest-warning"
import { refusalText } from "../../refusals/refusal-text"

type PlaybookMenuProps = {
  playbook: AdminFollowUpPlaybook
  disabled?: boolean
  /** In the list, where it can be moved; undefined where it cannot go there. */
  move?: { up?: () => void; down?: () => void }
  onReset?: (playbook: AdminFollowUpPlaybook) => void
  onDuplicated?: (playbook: AdminFollowUpPlaybook) => void
  onDeleted?: () => void
}

const ITEM = "[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"

/** What can be done with a playbook as a whole. */
export const PlaybookMenu = ({
  playbook,
  disabled = false,
  move,
  onReset,
  onDuplicated,
  onDeleted,
}: PlaybookMenuProps) => {
  const t = useText()
  const ask = usePrompt()
  const fullName = useFullName(playbook)
  const restWarning = useRestWarning(playbook)
  const { putBack, dialog } = usePutBack(playbook, onReset)
  const { create, remove } = usePlaybookChanges()
  const { data: playbooks = [] } = usePlaybooks()
  const { id, name, type, definition, active_tasks } = playbook

  const attempt = async (run: () => Promise<void>) => {
    try {
      await run()
    } catch (error) {
      toast.error(t("settings.failed"), {
        description: refusalText(t, error),
      })
    }
  }
  const duplicate = () =>
    attempt(async () => {
      const copy = await create({
        type,
        definition,
        // What it is a copy of still matches first, and goes on as it is.
        enabled: false,
        name: freeName(
          t("settings.playbooks.copyOf", { name }),
          playbooks,
          (number) => t("settings.playbooks.copyNumber", { name, number })
        ),
      })
      toast.success(t("settings.playbooks.duplicated", { name: copy.name }))
      onDuplicated?.(copy)
    })
  const takeAway = () =>
    attempt(async () => {
      const agreed = await ask({
        variant: "danger",
        title: t("settings.playbooks.deleteTitle", { name }),
        description: [
          t("settings.playbooks.deleteText", { count: active_tasks }),
          ...(restWarning === null ? [] : [restWarning]),
        ].join(" "),
        confirmText: t("settings.playbooks.delete"),
        cancelText: t("settings.cancel"),
      })
      if (agreed) {
        await remove(id)
        toast.success(t("settings.playbooks.deleted", { name }))
        onDeleted?.()
      }
    })

  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconAction
            aria-label={t("settings.playbooks.menu", { name: fullName })}
          >
            <EllipsisHorizontal />
          </IconAction>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {move && (
            <>
              <DropdownMenu.Item className={ITEM} asChild>
                <Link to={`${SETTINGS_PATHS.playbooks}/playbooks/${id}`}>
                  <PencilSquare />
                  {t("settings.playbooks.edit")}
                </Link>
              </DropdownMenu.Item>
              {(move.up ?? move.down) && (
                <>
                  <DropdownMenu.Item
                    className={ITEM}
                    disabled={!move.up}
                    onSelect={move.up}
                  >
                    <ArrowUpMini />
                    {t("settings.playbooks.moveUp")}
                  </DropdownMenu.Item>
                  <DropdownMenu.Item
                    className={ITEM}
                    disabled={!move.down}
                    onSelect={move.down}
                  >
                    <ArrowDownMini />
                    {t("settings.playbooks.moveDown")}
                  </DropdownMenu.Item>
                </>
              )}
              <DropdownMenu.Separator />
            </>
          )}
          <DropdownMenu.Item
            className={ITEM}
            disabled={disabled}
            onSelect={() => void duplicate()}
          >
            <SquareTwoStack />
            {t("settings.playbooks.duplicate")}
          </DropdownMenu.Item>
          {playbook.is_seeded && playbook.is_edited && (
            <DropdownMenu.Item
              className={ITEM}
              disabled={disabled}
              onSelect={() => void putBack()}
            >
              <ArrowPath />
              {t("settings.playbooks.reset")}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator />
          <DropdownMenu.Item
            className={ITEM}
            disabled={disabled}
            onSelect={() => void takeAway()}
          >
            <Trash />
            {t("settings.playbooks.delete")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
      {dialog}
    </>
  )
}
