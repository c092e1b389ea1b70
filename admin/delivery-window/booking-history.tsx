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
          <span className="text-ui-fg-base">
            {whatText(t, event, now, timeZone)}
          </span>
          <span className="text-ui-fg-subtle break-words">
            {whoText(t, event, now, timeZone)}
          </span>
          <Proof event={event} />
        </li>
      ))}
    </ol>
  )
}

/** Where the proof of delivery is: an address, or the carrier's reference. */
const Proof = ({
  event: { kind, data },
}: {
  event: AdminDeliveryBookingEvent
}) => {
  const t = useText()
  const { proof } = data
  return typeof proof === "string" ? (
    <span className="text-ui-fg-subtle break-all">
      {kind !== "proof" && `${t.of("deliveryEvents", "proof")}: `}
      {/^https?:\/\//.test(proof) ? (
        <a
          className="text-ui-fg-interactive"
          href={proof}
          target="_blank"
          rel="noreferrer"
        >
          {proof}
        </a>
      ) : (
        proof
      )}
    </span>
  ) : null
}

/** `Moved: tomorrow, 14:00–16:00`, `Late: 16:25` */
function whatText(
  t: Text,
  { kind, data, window }: AdminDeliveryBookingEvent,
  now: number,
  timeZone: string
): string {
  const { flag, from_units, units, expected_at } = data
  const is_expected =
    typeof expected_at === "string" && ["confirmed", "late"].includes(kind)
  return [
    typeof flag === "string"
      ? t.of("deliveryFlags", flag)
      : kind === "resized"
        ? t("delivery.resized", {
            from: Number(from_units),
            to: Number(units),
          })
        : // A booking stays confirmed while the courier is expected in time.
          t.of(
            "deliveryEvents",
            is_expected && kind === "confirmed" ? "expected" : kind
          ),
    is_expected &&
      momentText(t, "when", Date.parse(expected_at), now, timeZone),
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
