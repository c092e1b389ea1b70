import { Hint } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import type {
  AdminDeliveryBooking,
  AdminDeliveryOfOrder,
  AdminDeliverySection,
  AdminOpenDeliveryWindow,
} from "../../src/api/admin/delivery-windows/types"
import {
  useAgreeOnWindow,
  useCarrier,
  useDelivery,
} from "../api/delivery-windows"
import { Refused } from "../api/refused"
import { useMinute } from "../clock/use-now"
import { useTellDone } from "../desk/done-in-section"
import { labelText } from "../i18n/label-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { WindowChoices } from "./window-choices"
import { windowText } from "./window-text"

/** Most orders find room. */
const FullWindows = lazy(() => import("./full-windows"))

/** Whether it was refused for want of a free place only. */
export const isFull = (error: unknown): boolean =>
  error instanceof Refused && error.code === "window_full"

/** The windows of an order; from the sheet, the first ones until all are wanted. */
const useWindows = (delivery: AdminDeliveryOfOrder | AdminDeliverySection) => {
  const given = "full_windows" in delivery ? delivery : null
  const [wantsAll, setWantsAll] = useState(false)
  const asks = wantsAll && !given
  const { data, error, isFetching, refetch } = useDelivery(
    delivery.order_id,
    asks
  )
  // What somebody asked for before is not kept up to date.
  const all = given ?? (asks ? data : undefined)
  const { windows, window_count, full_window_count } = all ?? delivery
  return {
    windows,
    fullWindows: all?.full_windows ?? [],
    count: window_count,
    fullCount: full_window_count,
    error: asks && !all ? error : null,
    isLoading: asks && !all && isFetching,
    askForAll: () => (asks && error ? void refetch() : setWantsAll(true)),
  }
}

/** Whether the order has a place. */
export const isActive = (
  booking: AdminDeliveryBooking | null
): booking is AdminDeliveryBooking =>
  booking !== null && /^(held|confirmed|late)$/.test(booking.status)

/**
 * The open windows of an order; choosing one books it at once. Below them are
 * the full ones: whoever may overbook chooses one and says why, anybody else is
 * told how many there are.
 */
export const ChooseWindow = ({
  delivery,
  takesFocus = false,
  isOnCall = false,
  onPick,
  onDone,
  onLeave,
}: {
  /** The sheet has the first windows only; the others are asked for. */
  delivery: AdminDeliveryOfOrder | AdminDeliverySection
  takesFocus?: boolean
  /** Whether the user is talking to the customer. */
  isOnCall?: boolean
  /** Instead of booking what is chosen. */
  onPick?: (window: AdminOpenDeliveryWindow, overbook_reason?: string) => void
  onDone?: () => void
  /** Escape was pressed in a list of windows. */
  onLeave?: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const tell = useTellDone()
  const { order_id, booking } = delivery
  const shown = useWindows(delivery)
  const [tried, setTried] = useState<AdminOpenDeliveryWindow | null>(null)
  const { mutateAsync, isPending, error } = useAgreeOnWindow()
  const { data: coming } = useCarrier(order_id)
  const agree = (window: AdminOpenDeliveryWindow, overbook_reason?: string) => {
    if (onPick) {
      onPick(window, overbook_reason)
      return
    }
    setTried(window)
    // By then the task, and this with it, may be gone.
    void mutateAsync({
      order_id,
      moves: isActive(booking),
      window_id: window.id,
      ...(isOnCall && { on_call: true }),
      ...(overbook_reason && { overbook_reason }),
    }).then(
      () => {
        tell(t("delivery.agreed"), windowText(t, window, now))
        onDone?.()
      },
      () => undefined
    )
  }
  const filledUp = isFull(error) ? tried : null
  const listed = {
    taken: booking?.window.id,
    pending: isPending ? tried?.id : undefined,
    onLeave,
    isLoading: shown.isLoading,
    onMore: shown.askForAll,
  }
  return (
    <div className="flex flex-col gap-y-3">
      {error && !filledUp && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      {shown.error && (
        <Hint variant="error" role="alert">
          {refusalText(t, shown.error)}
        </Hint>
      )}
      {[...shown.windows, ...shown.fullWindows].some(
        (one) => one.is_size_unknown
      ) && (
        <p className="txt-compact-small text-ui-tag-orange-text">
          {t("deliveryFlags.units_unknown")}
        </p>
      )}
      {shown.windows.length === 0 ? (
        <p className="txt-compact-small text-ui-fg-subtle">
          {t("delivery.noneOpen")}
        </p>
      ) : (
        <WindowChoices
          {...listed}
          windows={shown.windows}
          count={shown.count}
          missed={
            coming?.carrier
              ? {
                  carrier:
                    labelText(t, coming.carrier.label) ??
                    coming.carrier.carrier,
                  window_ids: coming.missed_window_ids,
                }
              : undefined
          }
          takesFocus={takesFocus}
          onChoose={(window) => agree(window)}
        />
      )}
      {(shown.fullCount > 0 || filledUp) && (
        <Suspense fallback={null}>
          <FullWindows
            {...listed}
            windows={shown.fullWindows}
            count={shown.fullCount}
            filledUp={filledUp}
            refused={filledUp ? error : null}
            takesFocus={takesFocus && shown.windows.length === 0}
            isPending={isPending}
            onOverbook={agree}
          />
        </Suspense>
      )}
    </div>
  )
}
