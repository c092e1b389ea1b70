import { ChevronDownMini, ChevronUpMini, XMark } from "@medusajs/icons"
import { Button, Drawer, IconButton, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { FollowUp } from "../api/follow-up"
import { useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { OrderLink } from "../task/order-link"
import { isClosed } from "../task/outcome-actions"
import { Timer } from "../timer/timer"

export type Steps = {
  previous: string | null
  next: string | null
  /** The one to call when this one is done. */
  following: string | null
  /** From 1; null where the task is not in the list. */
  position: number | null
  total: number
  onGo: (id: string) => void
}

/** The line above the customer: where in the list we are, and the way out. */
export const SheetBar = ({
  steps,
  children,
}: {
  steps: Steps | undefined
  children?: ReactNode
}) => {
  const t = useText()
  return (
    <div className="flex items-center gap-x-2 px-6 pt-3 max-sm:px-4">
      {steps && (
        <>
          <StepButton
            label={t("sheet.previous")}
            shortcut="k"
            to={steps.previous}
            onGo={steps.onGo}
          >
            <ChevronUpMini />
          </StepButton>
          <StepButton
            label={t("sheet.next")}
            shortcut="j"
            to={steps.next}
            onGo={steps.onGo}
          >
            <ChevronDownMini />
          </StepButton>
          {steps.position !== null && (
            <Text
              size="small"
              leading="compact"
              className="text-ui-fg-subtle whitespace-nowrap tabular-nums"
            >
              {t("sheet.position", {
                position: steps.position,
                total: steps.total,
              })}
            </Text>
          )}
        </>
      )}
      <div className="ml-auto flex items-center gap-x-2">
        {children}
        <Drawer.Close asChild>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            className="max-lg:size-10"
            aria-label={t("sheet.close")}
          >
            <XMark />
          </IconButton>
        </Drawer.Close>
      </div>
    </div>
  )
}

/** What has to be done, until when, and who does it. */
export const SheetTask = ({
  task,
  onClaim,
  onTakeOver,
}: {
  task: FollowUp
  onClaim: () => void
  onTakeOver: () => void
}) => {
  const t = useText()
  const myId = useMyId()
  const taken = task.assignee !== null && task.assignee.id !== myId
  return (
    <>
      <div className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center gap-x-3 gap-y-1 px-6 py-2 max-sm:px-4">
        <span className="flex items-center gap-x-1.5">
          {t.of("types", task.type)}
          <OrderLink task={task} className="text-ui-fg-base" />
        </span>
        <Timer task={task} className="max-lg:min-h-10" />
        {!isClosed(task) && !task.assignee && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            className="ml-auto max-lg:min-h-10"
            aria-keyshortcuts="c"
            onClick={onClaim}
          >
            {t("task.claim")}
            <Key name="c" />
          </Button>
        )}
        {task.assignee?.id === myId && (
          <span className="ml-auto">{t("task.you")}</span>
        )}
      </div>
      {taken && (
        <div
          role="status"
          className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small mx-6 mb-3 flex items-center justify-between gap-x-4 rounded-md px-3 py-1.5 max-sm:mx-4"
        >
          {t("sheet.claimedBy", { name: task.assignee?.name ?? "" })}
          {!isClosed(task) && (
            <Button
              type="button"
              size="small"
              variant="secondary"
              className="shrink-0 max-lg:min-h-10"
              onClick={onTakeOver}
            >
              {t("sheet.takeOver")}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

const StepButton = ({
  label,
  shortcut,
  to,
  onGo,
  children,
}: {
  label: string
  shortcut: string
  to: string | null
  onGo: (id: string) => void
  children: ReactNode
}) => (
  <Tooltip content={label}>
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      className="max-lg:size-10"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      disabled={to === null}
      onClick={() => to !== null && onGo(to)}
    >
      {children}
    </IconButton>
  </Tooltip>
)
