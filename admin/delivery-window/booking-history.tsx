import type { AdminDeliveryBookingEvent } from "../../src/api/admin/delivery-windows/types"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { browserTimeZone } from "../clock/zoned"
import { useText } from "../i18n/use-text"

/** What happened to the bookings of an order, the latest first. */
export const BookingHistory = ({
  history,
}: {
  history: readonly AdminDeliveryBookingEvent[]
}) => {
  const t = useText()
  const now = useMinute()
  return (
    <ol className="txt-compact-small flex list-none flex-col gap-y-2">
      {history
        .filter(isTelling)
        .map(({ id, kind, data, actor_name, occurred_at }) => (
          <li key={id} className="flex flex-col gap-y-0.5">
            <span className="text-ui-fg-base">
              {typeof data.flag === "string"
                ? t.of("deliveryFlags", data.flag)
                : t.of("deliveryEvents", kind)}
            </span>
            <span className="text-ui-fg-subtle break-words">
              {[
                momentText(
                  t,
                  "when",
                  Date.parse(occurred_at),
                  now,
                  browserTimeZone()
                ),
                actor_name,
                // What a person said why.
                typeof data.reason === "string" && data.reason.includes(" ")
                  ? `“${data.reason}”`
                  : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
    </ol>
  )
}

/** That nobody has to look at it any more says nothing. */
const isTelling = ({ kind, data }: AdminDeliveryBookingEvent): boolean =>
  kind !== "flagged" || typeof data.flag === "string"
