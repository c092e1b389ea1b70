import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { Hint } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { AdminOpenDeliveryWindow } from "../../src/api/admin/delivery-windows/types"
import { useMayOverbook } from "../api/delivery-windows"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"
import { ReasonForm } from "./reason-form"
import { WindowChoices } from "./window-choices"
import { windowText } from "./window-text"

/**
 * The windows that have no room for an order. Whoever may overbook opens the
 * list, chooses one and says why.
 */
const FullWindows = ({
  windows,
  count,
  isLoading,
  taken,
  pending,
  filledUp,
  refused,
  takesFocus,
  isPending,
  onOverbook,
  onMore,
  onLeave,
}: {
  windows: readonly AdminOpenDeliveryWindow[]
  /** How many there are; they come once they are wanted. */
  count: number
  isLoading: boolean
  taken?: string
  pending?: string
  /** The window whose last place somebody else was quicker to take. */
  filledUp: AdminOpenDeliveryWindow | null
  /** That it was, for those who may do nothing about it. */
  refused: unknown
  takesFocus: boolean
  isPending: boolean
  onOverbook: (window: AdminOpenDeliveryWindow, reason: string) => void
  /** They are wanted. */
  onMore: () => void
  /** Escape was pressed in the list. */
  onLeave?: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const mayOverbook = useMayOverbook()
  const [isWanted, setWanted] = useState(false)
  const isShown = isWanted && windows.length > 0
  const [chosen, setChosen] = useState<AdminOpenDeliveryWindow | null>(null)
  /** Who opened the list, or came back to it, goes on there. */
  const goesOn = useRef(takesFocus)
  const asked = chosen ?? filledUp
  if (!mayOverbook) {
    return (
      <>
        {filledUp && (
          <Hint variant="error" role="alert">
            {refusalText(t, refused)}
          </Hint>
        )}
        {count > 0 && (
          <p className="txt-compact-small text-ui-fg-subtle">
            {t("delivery.areFull", { count })}
          </p>
        )}
      </>
    )
  }
  if (asked) {
    return (
      <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-md p-3">
        <span className="txt-compact-small text-ui-fg-base flex flex-wrap gap-x-2 tabular-nums">
          <span className="font-medium first-letter:uppercase">
            {windowText(t, asked, now)}
          </span>
          <span className="text-ui-fg-subtle">{asked.name}</span>
          <span className="text-ui-tag-red-text">
            {t("delivery.takenOf", {
              booked: asked.booked,
              capacity: asked.capacity,
            })}
          </span>
        </span>
        <ReasonForm
          key={asked.id}
          label={t("delivery.overbookReason")}
          verb={t("delivery.overbook")}
          isPending={isPending}
          onSubmit={(reason) => onOverbook(asked, reason)}
          onClose={
            chosen
              ? () => {
                  goesOn.current = true
                  setChosen(null)
                }
              : undefined
          }
        />
      </div>
    )
  }
  return count > 0 ? (
    <div className="flex flex-col items-start gap-y-2">
      <SmallButton
        variant="transparent"
        className="text-ui-fg-subtle -ml-2"
        aria-expanded={isShown}
        isLoading={isLoading}
        onClick={() => {
          goesOn.current = !isShown
          setWanted(!isShown)
          if (!isShown) {
            onMore()
          }
        }}
      >
        {t("delivery.showFull", { count })}
        {isShown ? <ChevronDownMini /> : <ChevronRightMini />}
      </SmallButton>
      {isShown && (
        <div className="w-full">
          <WindowChoices
            windows={windows}
            areFull
            taken={taken}
            pending={pending}
            takesFocus={goesOn.current}
            onChoose={setChosen}
            onLeave={onLeave}
          />
        </div>
      )}
    </div>
  ) : null
}

export default FullWindows
