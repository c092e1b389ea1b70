import type { ReactNode } from "react"
import { createPortal } from "react-dom"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminDeliveryBoardResponse,
} from "../../../src/api/admin/delivery-windows/types"
import { moneyText } from "../../../src/money"
import { dateText } from "../../clock/moment-text"
import { useText, type Text } from "../../i18n/use-text"
import { apartBy, hoursText } from "../window-text"
import { dayWords } from "./board-head"
import { canMove, HeldBack, stays } from "./card"

/** Nothing else of the page goes on paper, and the list is as long as it is. */
const ON_PAPER = `@media print {
  @page { margin: 12mm }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important }
  body > :not([data-courier-list]) { display: none !important }
}`

/** The list that a courier takes along, one window a page; seen only in print. */
export const CourierList = ({
  board: { date, windows, time_zone, knows_shortages },
}: {
  board: AdminDeliveryBoardResponse
}) => {
  const t = useText()
  const day = dayWords(date, t.locale)
  const apart = apartBy(t, windows, time_zone)
  return createPortal(
    <div
      data-courier-list
      className="hidden bg-white text-[11px] leading-snug text-black print:block"
    >
      <style>{ON_PAPER}</style>
      {windows
        .map((window) => ({ window, ...stopsOf(window) }))
        .filter(({ stops, left }) => stops.length + left.length > 0)
        .map(({ window, stops, left }) => (
          <section
            key={window.id}
            className="[&:not(:last-child)]:break-after-page"
          >
            <Stops stops={stops} timeZone={time_zone}>
              <h1 className="pb-2 text-lg font-semibold">
                {[hoursText(window), window.name, apart(window)]
                  .filter(Boolean)
                  .join(" · ")}
              </h1>
              <p className="pb-3 first-letter:uppercase">
                {`${day} · ${t("delivery.courier.stops", { count: stops.length })}`}
              </p>
              {!knows_shortages && (
                <p className="mb-3 border-2 border-black px-2 py-1.5 font-semibold">
                  {t("delivery.courier.shortUnknown")}
                </p>
              )}
            </Stops>
            {left.length > 0 && (
              <div className="mt-4 break-inside-avoid">
                <h2 className="pb-1 text-sm font-semibold">
                  {t("delivery.courier.stays")}
                </h2>
                {left.map(({ booking, order }) => (
                  <div key={booking.id} className="pb-1">
                    <strong dir="auto">
                      #{order.display_id} {order.name}
                    </strong>
                    <div className="[&>*]:block">
                      <HeldBack booking={booking} />
                    </div>
                  </div>
                ))}
              </div>
            )}
          </section>
        ))}
    </div>,
    document.body
  )
}

type Stop = { booking: AdminBoardBooking; order: OrderOfStop }

type OrderOfStop = NonNullable<AdminBoardBooking["order"]>

/** What is still to be brought, and what of that stays where it is. */
function stopsOf({ bookings }: AdminBoardWindow): {
  stops: Stop[]
  left: Stop[]
} {
  const booked = bookings.flatMap((booking) =>
    booking.order && !booking.order.is_canceled && canMove(booking)
      ? [{ booking, order: booking.order }]
      : []
  )
  return {
    stops: booked.filter(({ booking }) => !stays(booking)),
    left: booked.filter(({ booking }) => stays(booking)),
  }
}

const CELL = "border border-black/40 px-2 py-1.5 align-top text-left"

const Stops = ({
  stops,
  timeZone,
  children,
}: {
  stops: readonly Stop[]
  timeZone: string
  /** What each page of the list begins with. */
  children: ReactNode
}) => {
  const t = useText()
  return (
    // As wide in every window, so that the pages look alike.
    <table className="w-full table-fixed border-collapse">
      <colgroup>
        <col className="w-[13%]" />
        <col span={2} />
        <col className="w-[14%]" />
        <col className="w-24" />
      </colgroup>
      <thead>
        <tr>
          <td colSpan={5}>{children}</td>
        </tr>
        <tr>
          <th className={CELL}>{t("delivery.courier.order")}</th>
          <th className={CELL}>{t("delivery.courier.address")}</th>
          <th className={CELL}>{t("delivery.courier.items")}</th>
          <th className={`${CELL} text-right`}>
            {t("delivery.board.collect")}
          </th>
          <th className={CELL}>{t("delivery.courier.received")}</th>
        </tr>
      </thead>
      <tbody>
        {stops.map(({ booking, order }) => (
          <tr key={booking.id} className="break-inside-avoid">
            <td className={CELL}>#{order.display_id}</td>
            <td className={CELL}>
              <strong>{order.name}</strong>
              {order.phone ? (
                <bdi dir="ltr" className="block font-semibold tabular-nums">
                  {order.phone}
                </bdi>
              ) : (
                <em className="block">{t("task.noPhone")}</em>
              )}
              {order.address.map((line) => (
                <span key={line} dir="auto" className="block">
                  {line}
                </span>
              ))}
              {order.note && (
                <em dir="auto" className="block">
                  “{order.note}”
                </em>
              )}
              <span className="[&>*]:block">
                <HeldBack booking={booking} />
              </span>
            </td>
            <td className={CELL}>
              {order.items.map((item, index) => (
                <Item key={index} item={item} timeZone={timeZone} />
              ))}
            </td>
            <td className={`${CELL} text-right tabular-nums`}>
              <ToCollect order={order} />
            </td>
            <td className={CELL} />
          </tr>
        ))}
      </tbody>
      {/* Else Chrome prints it below each page of the list. */}
      <tfoot className="table-row-group">
        <tr className="font-semibold">
          <td colSpan={3} className={`${CELL} text-right`}>
            {t("delivery.courier.total")}
          </td>
          <td className={`${CELL} whitespace-nowrap text-right tabular-nums`}>
            {totalOf(t, stops)}
          </td>
          <td className={CELL} />
        </tr>
      </tfoot>
    </table>
  )
}

/** What of it goes now, and what comes later. */
const Item = ({
  item: { title, quantity, later },
  timeZone,
}: {
  item: OrderOfStop["items"][number]
  timeZone: string
}) => {
  const t = useText()
  if (quantity === 0 && !later) {
    return null
  }
  return (
    <span dir="auto" className="block">
      {quantity} × {title}
      {later && (
        <em className="block">
          {later.expected_at
            ? t("delivery.courier.laterOn", {
                units: later.units,
                date: dateText(t, Date.parse(later.expected_at), timeZone),
              })
            : t("delivery.courier.later", { units: later.units })}
        </em>
      )}
    </span>
  )
}

/** What the courier collects, and where that is not for what goes now alone. */
const ToCollect = ({
  order: { to_collect, to_collect_in_all, currency_code, is_part },
}: {
  order: OrderOfStop
}) => {
  const t = useText()
  const amount = (value: number) => moneyText(value, currency_code, t.locale)
  if (to_collect_in_all === 0) {
    return t("delivery.courier.paid")
  }
  return (
    <>
      <span className="whitespace-nowrap">{amount(to_collect)}</span>
      {is_part && (
        <em className="block">
          {to_collect < to_collect_in_all
            ? t("delivery.courier.ofAll", { amount: amount(to_collect_in_all) })
            : t("delivery.courier.forAll")}
        </em>
      )}
    </>
  )
}

/** What the courier brings back, by currency. */
function totalOf(t: Text, stops: readonly Stop[]): string {
  const sums = new Map<string, number>()
  for (const { order } of stops) {
    sums.set(
      order.currency_code,
      (sums.get(order.currency_code) ?? 0) + order.to_collect
    )
  }
  return [...sums]
    .map(([currency, amount]) => moneyText(amount, currency, t.locale))
    .join(" + ")
}
