import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type {
  AdminDeliveryBooking,
  AdminDeliveryOfOrder,
} from "../../src/api/admin/delivery-windows/types"
import { dateText, momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { browserTimeZone } from "../clock/zoned"
import { useText, type Text } from "../i18n/use-text"
import { isElsewhere, lateText, windowText, zoneText } from "./window-text"

const COLORS: Readonly<
  Record<
    AdminDeliveryBooking["status"],
    ComponentProps<typeof StatusBadge>["color"]
  >
> = {
  held: "grey",
  confirmed: "blue",
  late: "red",
  delivered: "green",
  missed: "orange",
  released: "grey",
}

export const BookingStatus = ({
  status,
}: Pick<AdminDeliveryBooking, "status">) => {
  const t = useText()
  return (
    <StatusBadge color={COLORS[status]}>
      {t.of("deliveryStatus", status)}
    </StatusBadge>
  )
}

/** When the courier comes, and what a person should know about it. */
export const BookedWindow = ({
  booking,
  warning,
}: {
  booking: AdminDeliveryBooking
  warning: AdminDeliveryOfOrder["warning"]
}) => {
  const t = useText()
  const now = useMinute()
  const facts = factsOf(t, booking, now)
  return (
    <div className="txt-compact-small flex min-w-0 flex-col gap-y-1">
      <span className="txt-compact-medium-plus text-ui-fg-base tabular-nums first-letter:uppercase">
        {windowText(t, booking.window, now)}
        {isElsewhere(booking.window, browserTimeZone()) && (
          <span className="txt-compact-small text-ui-fg-subtle font-normal">
            {` · ${zoneText(t, booking.window.time_zone)}`}
          </span>
        )}
      </span>
      {booking.flag && (
        <span className="text-ui-tag-orange-text">
          {t.of("deliveryFlags", booking.flag)}
        </span>
      )}
      {warning && (
        <span className="text-ui-tag-orange-text">
          {t("delivery.authorizedUntil", {
            date: dateText(
              t,
              Date.parse(warning.until),
              booking.window.time_zone
            ),
          })}
        </span>
      )}
      {booking.overbooked_reason && (
        <span className="text-ui-tag-orange-text break-words">
          {t("delivery.overbooked", { reason: booking.overbooked_reason })}
        </span>
      )}
      {booking.status !== "delivered" && booking.expected_at && (
        <span
          className={
            booking.status === "late"
              ? "text-ui-tag-red-text"
              : "text-ui-fg-subtle"
          }
        >
          {lateText(t, booking, now)}
        </span>
      )}
      {facts.length > 0 && (
        <span className="text-ui-fg-subtle">{facts.join(" · ")}</span>
      )}
    </div>
  )
}

function factsOf(
  t: Text,
  {
    status,
    agreed_by,
    delivered_at,
    late_minutes,
    window: { time_zone },
  }: AdminDeliveryBooking,
  now: number
): string[] {
  return [
    ...(delivered_at
      ? [
          t("delivery.deliveredAt", {
            time: momentText(t, "at", Date.parse(delivered_at), now, time_zone),
          }),
        ]
      : []),
    ...(late_minutes ? [t("delivery.lateBy", { minutes: late_minutes })] : []),
    ...(agreed_by && status !== "delivered"
      ? [t(`delivery.agreedBy_${agreed_by}`)]
      : []),
  ]
}
