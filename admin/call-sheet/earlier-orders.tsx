import { Link } from "react-router-dom"
import type { AdminFollowUpCallSheetResponse } from "../../src/api/admin/follow-ups/types"
import { dateText } from "../clock/moment-text"
import { useText } from "../i18n/use-text"
import { Amount } from "../task/amount"

type EarlierOrder =
  AdminFollowUpCallSheetResponse["call_sheet"]["earlier_orders"][number]

export const EarlierOrders = ({
  orders,
  timeZone,
}: {
  orders: readonly EarlierOrder[]
  timeZone: string
}) => {
  const t = useText()
  return (
    <ul className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1.5">
      {orders.map((order) => (
        <li key={order.id} className="flex items-center gap-x-3">
          <Link
            to={`/orders/${order.id}`}
            dir="ltr"
            aria-label={t("task.order", { number: order.display_id })}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded tabular-nums outline-none hover:underline max-lg:py-2"
          >
            #{order.display_id}
          </Link>
          <span className="truncate">
            {dateText(t, Date.parse(order.created_at), timeZone)} ·{" "}
            {t.of("orderStatuses", order.status)}
          </span>
          <Amount
            amount={order.total}
            currencyCode={order.currency_code}
            className="ms-auto"
          />
        </li>
      ))}
    </ul>
  )
}
