import { ArrowRight } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminOrderToDeliver,
} from "../../../src/api/admin/delivery-windows/types"
import { momentText } from "../../clock/moment-text"
import { useMinute } from "../../clock/use-now"
import { useText, type Text } from "../../i18n/use-text"
import { noticeText } from "../../order/notice-text"
import { ComingLater } from "../../shortage/when-opened"
import { Amount } from "../../task/amount"
import { telLink } from "../../task/contact-link"
import { IconAction } from "../../task/icon-action"
import { BookingStatus } from "../booked-window"
import { lateText } from "../window-text"

/** Whether its place can still be changed. */
export const canMove = ({ order, status }: AdminBoardBooking): boolean =>
  order !== null && (status === "confirmed" || status === "late")

/** Whether it is not to be brought: it is not wanted, or waits for goods. */
export const stays = ({ notices, waits_for }: AdminBoardBooking): boolean =>
  waits_for.length > 0 || notices.some(({ level }) => level === "off")

/** An order of a window: who gets it, where, and what became of it. */
export const Card = ({
  booking,
  window,
  isActive,
  onActive,
  onDrag,
  onMove,
}: {
  booking: AdminBoardBooking
  window: AdminBoardWindow
  /** Tab goes to it. */
  isActive: boolean
  onActive: () => void
  onDrag: (booking: AdminBoardBooking | null) => void
  onMove: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const { order, status } = booking
  const movable = canMove(booking)
  const { text, level } = stateOf(t, booking, window, now)
  return (
    <li>
      <article
        data-booking={booking.id}
        tabIndex={isActive ? 0 : -1}
        aria-label={
          order
            ? [`#${order.display_id}`, order.name, text]
                .filter(Boolean)
                .join(", ")
            : t("delivery.board.heldByCart")
        }
        aria-keyshortcuts={movable ? "m" : undefined}
        draggable={movable}
        onFocus={onActive}
        onDragStart={({ dataTransfer }) => {
          dataTransfer.effectAllowed = "move"
          dataTransfer.setData("text/plain", `#${order?.display_id}`)
          onDrag(booking)
        }}
        onDragEnd={() => onDrag(null)}
        className={clx(
          "txt-compact-small bg-ui-bg-field-component focus-visible:shadow-borders-focus shadow-borders-base relative flex flex-col gap-y-1.5 overflow-hidden rounded-md px-3 py-2.5 outline-none",
          movable &&
            // The last line ends before the arrow in the corner.
            "cursor-grab active:cursor-grabbing [&>:nth-last-child(2)]:pr-8",
          level === "red" &&
            "before:bg-ui-tag-red-icon before:absolute before:inset-y-0 before:left-0 before:w-1 before:content-['']",
          (status === "delivered" || order?.is_canceled) && "opacity-70"
        )}
      >
        {order ? (
          <OrderFacts order={order} collects={!stays(booking)} />
        ) : (
          <span className="text-ui-fg-subtle">
            {t("delivery.board.heldByCart")}
          </span>
        )}
        {text && (
          <span
            className={clx(
              level === "red" && "text-ui-tag-red-text font-medium",
              level === "orange" && "text-ui-tag-orange-text",
              level === null && "text-ui-fg-subtle"
            )}
          >
            {text}
          </span>
        )}
        <HeldBack booking={booking} />
        {booking.flag && (
          <span className="text-ui-tag-orange-text">
            {t.of("deliveryFlags", booking.flag)}
          </span>
        )}
        {(status === "held" || status === "missed") && (
          <BookingStatus status={status} />
        )}
        {movable && (
          <IconAction
            tabIndex={isActive ? 0 : -1}
            aria-label={t("delivery.board.moveOne", {
              order: `#${order?.display_id}`,
            })}
            onClick={onMove}
            className="text-ui-fg-muted absolute bottom-1.5 right-1.5"
          >
            <ArrowRight />
          </IconAction>
        )}
      </article>
    </li>
  )
}

/** The gravest reason why it had better not go, and what all of it waits for. */
export const HeldBack = ({
  booking: { notices, waits_for },
}: {
  booking: AdminBoardBooking
}) => {
  const t = useText()
  const [notice] = notices
  return (
    <>
      {notice && (
        <span
          className={clx(
            "font-medium",
            notice.level === "off"
              ? "text-ui-tag-red-text"
              : "text-ui-tag-orange-text"
          )}
        >
          {noticeText(t, notice)}
        </span>
      )}
      {waits_for.length > 0 && (
        <div className="text-ui-tag-orange-text font-medium">
          <ComingLater lines={waits_for} timeZone="UTC" />
        </div>
      )}
    </>
  )
}

const OrderFacts = ({
  order,
  collects,
}: {
  order: AdminOrderToDeliver
  collects: boolean
}) => {
  const t = useText()
  return (
    <>
      <div className="flex items-baseline gap-x-2">
        <Link
          to={`/orders/${order.id}`}
          tabIndex={-1}
          draggable={false}
          dir="ltr"
          className="text-ui-fg-subtle shrink-0 tabular-nums hover:underline"
        >
          #{order.display_id}
        </Link>
        <span
          dir="auto"
          className="text-ui-fg-base min-w-0 truncate font-medium"
        >
          {order.name}
        </span>
        {collects && order.to_collect > 0 && (
          <span
            title={t("delivery.board.collect")}
            className="text-ui-fg-base ml-auto shrink-0"
          >
            <span className="sr-only">{t("delivery.board.collect")}: </span>
            <Amount
              amount={order.to_collect}
              currencyCode={order.currency_code}
            />
          </span>
        )}
      </div>
      {order.is_canceled && (
        <span className="text-ui-tag-red-text font-medium">
          {t("delivery.board.canceled")}
        </span>
      )}
      <span dir="auto" className="text-ui-fg-subtle line-clamp-3 break-words">
        {order.address.join(", ")}
      </span>
      {order.phone ? (
        <a
          href={telLink(order.phone.replace(/[^+\d]/g, ""))}
          tabIndex={-1}
          dir="ltr"
          draggable={false}
          className="text-ui-fg-base self-start tabular-nums hover:underline"
        >
          {order.phone}
        </a>
      ) : (
        <span className="text-ui-fg-subtle">{t("task.noPhone")}</span>
      )}
      {order.note && (
        <span
          dir="auto"
          title={order.note}
          className="text-ui-fg-subtle line-clamp-2 break-words"
        >
          “{order.note}”
        </span>
      )}
    </>
  )
}

/** What is known of the courier, and whether a person should care. */
function stateOf(
  t: Text,
  { status, expected_at, delivered_at, late_minutes }: AdminBoardBooking,
  window: AdminBoardWindow,
  now: number
): { text: string | null; level: "red" | "orange" | null } {
  if (status === "delivered") {
    const time = momentText(
      t,
      "at",
      Date.parse(delivered_at ?? window.ends_at),
      now,
      window.time_zone
    )
    return {
      text: [
        t("delivery.deliveredAt", { time }),
        late_minutes && t("delivery.lateBy", { minutes: late_minutes }),
      ]
        .filter(Boolean)
        .join(", "),
      level: null,
    }
  }
  if (status === "late" || (expected_at && expected_at > window.ends_at)) {
    return {
      text: expected_at
        ? lateText(t, { expected_at, window }, now)
        : t("delivery.board.overdue"),
      level: "red",
    }
  }
  if (status === "confirmed" && Date.parse(window.ends_at) < now) {
    return { text: t("delivery.board.overdue"), level: "red" }
  }
  return {
    text: expected_at ? lateText(t, { expected_at, window }, now) : null,
    level: null,
  }
}
