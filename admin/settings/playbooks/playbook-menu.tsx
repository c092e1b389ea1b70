import { ActionMenu } from "@medusajs/dashboard/components"
import {
  ArrowDownMini,
  ArrowPath,
  ArrowUpMini,
  EllipsisHorizontal,
  PencilSquare,
  SquareTwoStack,
  Trash,
} from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { usePlaybooks } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SETTINGS_PATHS } from "../settings-tabs"
import { freeName } from "./names"
import { useFullName } from "./use-full-name"
import { usePutBack } from "./use-put-back"
import { useRestWarning } from "./use-rest-warning"
import { toastFailure } from "../toast-failure"

type PlaybookMenuProps = {
  playbook: AdminFollowUpPlaybook
  /** There are unsaved changes: it can be neither duplicated nor reset. */
  disabled?: boolean
  /** Only in the list; undefined if it cannot be moved in that direction. */
  move?: { up?: () => void; down?: () => void }
  onReset?: (playbook: AdminFollowUpPlaybook) => void
  onDuplicated?: (playbook: AdminFollowUpPlaybook) => void
  onDeleted?: () => void
}

/** Actions on a whole playbook. */
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
      toastFailure(t, error)
    }
  }
  const duplicate = () =>
    attempt(async () => {
      const copy = await create({
        type,
        definition,
        // The original still matches first and is not affected.
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

  const action = (
    icon: ReactNode,
    does: "moveUp" | "moveDown" | "duplicate" | "reset" | "delete",
    run: (() => void) | undefined
  ) => ({
    icon,
    label: t(`settings.playbooks.${does}`),
    disabled: !run,
    onClick: () => run?.(),
  })
  const whenSaved = (run: () => Promise<void>) =>
    disabled ? undefined : () => void run()
  const canMove = move?.up ?? move?.down
  return (
    <>
      <ActionMenu
        groups={[
          {
            actions: [
              ...(move
                ? [
                    {
                      icon: <PencilSquare />,
                      label: t("settings.playbooks.edit"),
                      to: `${SETTINGS_PATHS.playbooks}/playbooks/${id}`,
                    },
                  ]
                : []),
              ...(canMove
                ? [
                    action(<ArrowUpMini />, "moveUp", move?.up),
                    action(<ArrowDownMini />, "moveDown", move?.down),
                  ]
                : []),
            ],
          },
          {
            actions: [
              action(<SquareTwoStack />, "duplicate", whenSaved(duplicate)),
              ...(playbook.is_seeded && playbook.is_edited
                ? [action(<ArrowPath />, "reset", whenSaved(putBack))]
                : []),
            ],
          },
          { actions: [action(<Trash />, "delete", whenSaved(takeAway))] },
        ]}
      >
        <IconAction
          aria-label={t("settings.playbooks.menu", { name: fullName })}
        >
          <EllipsisHorizontal />
        </IconAction>
      </ActionMenu>
      {dialog}
    </>
  )
}
