import { Hint, toast } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminDeliveryBooking,
  AdminMoveDeliveryBooking,
  AdminOpenDeliveryWindow,
} from "../../src/api/admin/delivery-windows/types"
import { useAgreeOnWindow, useMayOverbook } from "../api/delivery-windows"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"
import { isFull } from "./choose-window"
import { ReasonField } from "./reason-field"
import { lateText, windowText } from "./window-text"

/** Long enough to notice that it was the wrong one. */
const SHOWN_FOR_MS = 10_000

type Target = Pick<
  AdminOpenDeliveryWindow,
  | "id"
  | "starts_at"
  | "ends_at"
  | "local_date"
  | "local_start"
  | "local_end"
  | "time_zone"
  | "booked"
  | "capacity"
>

/** A booking that is to be moved, as soon as somebody has said who agreed. */
export type Move = {
  order_id: string
  /** `#1042`, where there are others on the page. */
  order?: string
  from: Target & Pick<AdminDeliveryBooking, "overbooked_reason" | "expected_at">
  to: Target
  /** Why it is moved to a full window, if that was said. */
  overbook_reason?: string
}

/**
 * Asks who agreed to a move, and moves. It can be taken back for a while, by a
 * move of its own: the customer is told of the last one.
 */
const WhoAgreed = ({
  move: { order_id, order, from, to, overbook_reason },
  onMoved,
  onClose,
}: {
  move: Move
  /** @param undo - moves it back, and tells whether it is */
  onMoved: (undo: () => Promise<boolean>) => void
  onClose: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const mayOverbook = useMayOverbook()
  const { mutateAsync, isPending, error } = useAgreeOnWindow()
  const [reason, setReason] = useState(overbook_reason ?? "")
  const wasFull = isFull(error)
  const asksWhy =
    mayOverbook &&
    overbook_reason === undefined &&
    (wasFull || to.booked >= to.capacity)
  const where = windowText(t, to, now)

  const agree = async (
    agreed_by: NonNullable<AdminMoveDeliveryBooking["agreed_by"]>
  ) => {
    const put = async (window_id: string, why: string | null) =>
      await mutateAsync({
        order_id,
        moves: true,
        window_id,
        agreed_by,
        ...(why && { overbook_reason: why }),
      })
    try {
      await put(to.id, reason.trim())
    } catch {
      // It is said below.
      return
    }
    const until = Date.now() + SHOWN_FOR_MS
    const undo = async () => {
      if (Date.now() > until) {
        return false
      }
      toast.dismiss(shown)
      try {
        await put(from.id, from.overbooked_reason)
        toast.success(
          t("delivery.movedBack", { window: windowText(t, from, now) }),
          { description: order }
        )
        return true
      } catch (refused) {
        toast.error(t("delivery.notMoved"), {
          description: refusalText(t, refused),
        })
        return false
      }
    }
    const shown = toast.success(t("delivery.movedTo", { window: where }), {
      description: [order, t(`delivery.agreedBy_${agreed_by}`)]
        .filter(Boolean)
        .join(" · "),
      duration: SHOWN_FOR_MS,
      action: {
        label: t("delivery.undo"),
        altText: t("delivery.undo"),
        onClick: () => void undo(),
      },
    })
    onMoved(undo)
  }

  const { expected_at, starts_at, ends_at } = from
  const mayBeOnTheWay =
    expected_at !== null ||
    (Date.parse(starts_at) <= now && now < Date.parse(ends_at))
  const isReady = !asksWhy || reason.trim() !== ""
  return (
    <form
      className="flex flex-col gap-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) {
          void agree("agent")
        }
      }}
    >
      <p className="txt-compact-small text-ui-fg-subtle tabular-nums">
        {`${windowText(t, from, now)} → `}
        <span className="text-ui-fg-base font-medium">{where}</span>
        {asksWhy && (
          <span className="text-ui-tag-red-text">
            {` · ${t("delivery.takenOf", to)}`}
          </span>
        )}
      </p>
      {mayBeOnTheWay && (
        <p
          role="status"
          className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small rounded-md px-2 py-1"
        >
          {expected_at &&
            `${lateText(t, { expected_at, window: from }, now)}. `}
          {t("delivery.tellCourier")}
        </p>
      )}
      {error && !(wasFull && mayOverbook) && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      {asksWhy && (
        <ReasonField
          label={t("delivery.overbookReason")}
          reason={reason}
          onReason={setReason}
        />
      )}
      <div
        role="group"
        aria-label={t("delivery.whoAgreed")}
        className="flex flex-col gap-y-2"
      >
        <p className="txt-compact-small-plus text-ui-fg-base">
          {t("delivery.whoAgreed")}
        </p>
        <div className="flex flex-wrap gap-2">
          <SmallButton
            type="submit"
            variant="primary"
            autoFocus={!asksWhy}
            disabled={!isReady}
            isLoading={isPending}
          >
            {t("delivery.agreedBy_agent")}
          </SmallButton>
          <SmallButton
            disabled={!isReady || isPending}
            onClick={() => void agree("shop")}
          >
            {t("delivery.agreedBy_shop")}
          </SmallButton>
          <SmallButton variant="transparent" onClick={onClose}>
            {t("forms.back")}
          </SmallButton>
        </div>
        <Hint>{t("delivery.whoAgreedHint")}</Hint>
      </div>
    </form>
  )
}

export default WhoAgreed
