import type { AdminDeliveryBookingEvent } from "../../src/api/admin/delivery-windows/types"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { useText, type Text } from "../i18n/use-text"
import { windowText } from "./window-text"

/** What happened to the bookings of an order, the latest first. */
export const BookingHistory = ({
  history,
  timeZone,
}: {
  history: readonly AdminDeliveryBookingEvent[]
  timeZone: string
}) => {
  const t = useText()
  const now = useMinute()
  return (
    <ol className="txt-compact-small flex list-none flex-col gap-y-2">
      {history.filter(isTelling).map((event) => (
        <li key={event.id} className="flex flex-col gap-y-0.5">
          <span className="text-ui-fg-base">{whatText(t, event, now)}</span>
          <span className="text-ui-fg-subtle break-words">
            {whoText(t, event, now, timeZone)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** `Moved: tomorrow, 14:00–16:00` */
function whatText(
  t: Text,
  { kind, data, window }: AdminDeliveryBookingEvent,
  now: number
): string {
  const { flag, from_units, units } = data
  return [
    typeof flag === "string"
      ? t.of("deliveryFlags", flag)
      : kind === "resized"
        ? t("delivery.resized", {
            from: Number(from_units),
            to: Number(units),
          })
        : t.of("deliveryEvents", kind),
    window && windowText(t, window, now),
  ]
    .filter(Boolean)
    .join(": ")
}

/** When it was, by whom, and why if they said so. */
function whoText(
  t: Text,
  { data, actor_name, occurred_at }: AdminDeliveryBookingEvent,
  now: number,
  timeZone: string
): string {
  const { agreed_by, overbooked_reason, reason } = data
  return [
    momentText(t, "when", Date.parse(occurred_at), now, timeZone),
    actor_name,
    (agreed_by === "customer" ||
      agreed_by === "agent" ||
      agreed_by === "shop") &&
      t(`delivery.agreedBy_${agreed_by}`),
    typeof overbooked_reason === "string" &&
      t("delivery.overbooked", { reason: overbooked_reason }),
    // What is not a person's is one of the plugin's words.
    actor_name !== null && typeof reason === "string" && `“${reason}”`,
  ]
    .filter(Boolean)
    .join(" · ")
}

/** That nobody has to look at it any more says nothing. */
const isTelling = ({ kind, data }: AdminDeliveryBookingEvent): boolean =>
  kind !== "flagged" || typeof data.flag === "string"
