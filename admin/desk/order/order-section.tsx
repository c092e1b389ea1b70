import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"
import { Section } from "../../call-sheet/section"
import { useText } from "../../i18n/use-text"
import { ComingLater } from "../../shortage/when-opened"
import type { DrawnProps } from "../drawn-props"
import { Delivery } from "./delivery"
import { OrderDeeds } from "./order-deeds"
import { OrderedItems } from "./ordered-items"
import { OrderTotals } from "./order-totals"

/** The items of the order, its totals and its delivery. */
export const OrderSection = ({
  data: order,
  tasks,
  timeZone,
  onPanel,
}: DrawnProps<AdminFollowUpCallSheetOrder>) => {
  const t = useText()
  return (
    <Section title={t("sheet.items")}>
      <OrderedItems items={order.items} currencyCode={order.currency_code} />
      {order.coming_later?.length !== 0 && (
        <div className="txt-compact-small text-ui-tag-orange-text">
          <ComingLater lines={order.coming_later} timeZone={timeZone} />
        </div>
      )}
      <OrderTotals order={order} />
      <Delivery order={order} />
      {tasks[0] && (
        <OrderDeeds order={order} task={tasks[0]} onPanel={onPanel} />
      )}
    </Section>
  )
}
