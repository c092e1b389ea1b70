import { Hint, Input, toast } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminDeliveryBooking,
  AdminDeliveryOfOrder,
  AdminOpenDeliveryWindow,
} from "../../src/api/admin/delivery-windows/types"
import { useAgreeOnWindow, useCarrier } from "../api/delivery-windows"
import { Refused } from "../api/refused"
import { Field } from "../call-sheet/field"
import { useMinute } from "../clock/use-now"
import { labelText } from "../i18n/label-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"
import { WindowChoices } from "./window-choices"
import { windowText } from "./window-text"

/** The server's limit. */
const LONGEST_REASON = 500

/** Whether it was refused for want of a free place only. */
export const isFull = (error: unknown): boolean =>
  error instanceof Refused && error.code === "window_full"

/** Whether the order has a place. */
export const isActive = (
  booking: AdminDeliveryBooking | null
): booking is AdminDeliveryBooking =>
  booking !== null && /^(held|confirmed|late)$/.test(booking.status)

/** The open windows of an order; choosing one books it at once. */
export const ChooseWindow = ({
  delivery: { order_id, booking, windows },
  takesFocus,
  onDone,
}: {
  delivery: AdminDeliveryOfOrder
  takesFocus?: boolean
  onDone?: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const [tried, setTried] = useState<AdminOpenDeliveryWindow | null>(null)
  const { mutateAsync, isPending, error } = useAgreeOnWindow()
  const { data: coming } = useCarrier(order_id)
  const agree = (window: AdminOpenDeliveryWindow, overbook_reason?: string) => {
    setTried(window)
    // By then the task, and this with it, may be gone.
    void mutateAsync({
      order_id,
      moves: isActive(booking),
      window_id: window.id,
      ...(overbook_reason && { overbook_reason }),
    }).then(
      () => {
        toast.success(t("delivery.agreed"), {
          description: windowText(t, window, now),
        })
        onDone?.()
      },
      () => undefined
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      {tried && isFull(error) && (
        <Overbook
          isPending={isPending}
          onOverbook={(reason) => agree(tried, reason)}
        />
      )}
      {windows.length === 0 ? (
        <p className="txt-compact-small text-ui-fg-subtle">
          {t("delivery.noneOpen")}
        </p>
      ) : (
        <WindowChoices
          windows={windows}
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
          taken={booking?.window.id}
          pending={isPending ? tried?.id : undefined}
          takesFocus={takesFocus}
          onChoose={(window) => agree(window)}
        />
      )}
    </div>
  )
}

/** Asks why one more is to go into a full window. */
export const Overbook = ({
  isPending,
  onOverbook,
}: {
  isPending: boolean
  onOverbook: (reason: string) => void
}) => {
  const t = useText()
  const [reason, setReason] = useState("")
  return (
    <form
      className="flex items-end gap-x-2 max-sm:flex-col max-sm:items-stretch max-sm:gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        onOverbook(reason.trim())
      }}
    >
      <Field label={t("delivery.overbookReason")}>
        {(field) => (
          <Input
            {...field}
            size="small"
            autoFocus
            required
            autoComplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <SmallButton
        type="submit"
        variant="danger"
        disabled={reason.trim() === ""}
        isLoading={isPending}
      >
        {t("delivery.overbook")}
      </SmallButton>
    </form>
  )
}
