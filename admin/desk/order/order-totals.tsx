import { useText } from "../../i18n/use-text"
import { Amount } from "../../task/amount"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"

/** What the customer pays, ready to be read out. */
export const OrderTotals = ({
  order,
}: {
  order: AdminFollowUpCallSheetOrder
}) => {
  const t = useText()
  const money = (amount: number) => (
    <Amount amount={amount} currencyCode={order.currency_code} />
  )
  const lines = [
    { label: t("sheet.itemTotal"), amount: order.item_total },
    { label: t("sheet.shipping"), amount: order.shipping_total },
    ...(order.discount_total > 0
      ? [{ label: t("sheet.discount"), amount: -order.discount_total }]
      : []),
    ...(order.tax_total > 0
      ? [{ label: t("sheet.tax"), amount: order.tax_total }]
      : []),
  ]
  return (
    <dl className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t border-dashed pt-3">
      {lines.map(({ label, amount }) => (
        <div key={label} className="flex justify-between gap-x-4">
          <dt>{label}</dt>
          <dd>{money(amount)}</dd>
        </div>
      ))}
      <div className="text-ui-fg-base flex justify-between gap-x-4 pt-1 font-medium">
        <dt>{t("sheet.total")}</dt>
        <dd>{money(order.total)}</dd>
      </div>
    </dl>
  )
}
