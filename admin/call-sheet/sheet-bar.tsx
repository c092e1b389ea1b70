import { ChevronDownMini, ChevronUpMini, XMark } from "@medusajs/icons"
import { clx, Drawer, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode, RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { useText } from "../i18n/use-text"
import { ShortcutHelp } from "../keyboard/shortcut-help"
import { sheetKeys } from "../keyboard/shortcuts"
import { CallingNow, type Calling } from "../task/calling-now"
import { IconAction } from "../task/icon-action"
import { SmallButton } from "../task/small-button"

export type Steps = {
  previous: string | null
  next: string | null
  /** The next task to call after this one. */
  following: string | null
  /** What was opened for this customer meanwhile: a number is to be asked for. */
  opened: FollowUp | null
  /** What is to be done now besides this list; null if there is nothing. */
  elsewhere: { count: number; onGo: () => void } | null
  /** From 1; null if the task is not in the list. */
  position: number | null
  total: number
  onGo: (id: string) => void
}

/**
 * The bar above the customer: position in the list, who is calling, and the
 * button that closes the sheet.
 */
export const SheetBar = ({
  steps,
  sections = [],
  within,
  calling = null,
  onHangUp,
}: {
  steps: Steps | undefined
  /** Of the sheet. */
  sections?: CallSheet["sections"]
  within: RefObject<Element>
  calling?: Calling | null
  /** Set if the user is calling. */
  onHangUp?: () => void
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
              className={clx(
                "text-ui-fg-subtle whitespace-nowrap tabular-nums",
                // On a phone, to hang up comes first.
                onHangUp && "max-sm:hidden"
              )}
            >
              {t("sheet.position", {
                position: steps.position,
                total: steps.total,
              })}
            </Text>
          )}
        </>
      )}
      <div role="status" className="flex min-w-0 items-center gap-x-1">
        {calling && <CallingNow calling={calling} isNarrow />}
        {onHangUp && (
          <SmallButton
            variant="transparent"
            className="shrink-0"
            onClick={onHangUp}
          >
            {t("calling.hangUp")}
          </SmallButton>
        )}
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-x-2">
        <ShortcutHelp shortcuts={sheetKeys(sections)} within={within} />
        <Drawer.Close asChild>
          <IconAction aria-label={t("sheet.close")}>
            <XMark />
          </IconAction>
        </Drawer.Close>
      </div>
    </div>
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
    <IconAction
      aria-label={label}
      aria-keyshortcuts={shortcut}
      disabled={to === null}
      onClick={() => to !== null && onGo(to)}
    >
      {children}
    </IconAction>
  </Tooltip>
)
