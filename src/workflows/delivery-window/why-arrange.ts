import {
  ARRANGE_REASONS,
  type ArrangeReason,
} from "../../desk/arrange-delivery"
import type { Booking, KnownDelivery } from "../../modules/delivery-window"

/** Why somebody must agree on a window with the customer. */
export type Why = {
  reason: ArrangeReason
  /** Differs for what happens anew: a closed task is reopened for it. */
  cause: string
  /** The window that the customer chose and did not get. */
  wished_window_id: string | null
}

/** What a booking was released for, in the words of a task. */
const REASON_OF: Readonly<Record<string, ArrangeReason>> = {
  full: "window_full",
  cut_off: "window_past",
  too_soon: "window_past",
  gone: "window_past",
  closed: "window_gone",
  not_found: "window_gone",
  shipping_changed: "shipping_changed",
}

/** Why a window is to be agreed on although an order has one; null if it is not. */
export function whyAgreeAgain(
  booking: Booking,
  known: KnownDelivery | null
): Why | null {
  const reason = ARRANGE_REASONS.find((one) => one === booking.flag)
  return reason
    ? whyOf(reason, [
        booking.id,
        booking.window_id,
        ...(known ? [known.address, known.shipping_options] : []),
        ...(reason === "outgrown" ? [String(known?.asked_units)] : []),
      ])
    : null
}

/**
 * Why a window is to be agreed on for an order that has none, but could have.
 *
 * @param last - the booking that it had, or its cart's
 */
export function whyAgree(last: Booking | null): Why | null {
  if (!last) {
    return whyOf("no_window", [])
  }
  switch (last.status) {
    case "delivered":
      return null
    case "missed":
      return whyOf("attempt_failed", [last.id])
    default: {
      const reason = REASON_OF[last.release_reason ?? ""]
      return reason
        ? { ...whyOf(reason, [last.id]), wished_window_id: last.window_id }
        : whyOf("no_window", [last.id])
    }
  }
}

function whyOf(reason: ArrangeReason, of: readonly string[]): Why {
  return { reason, cause: [reason, ...of].join(" "), wished_window_id: null }
}
