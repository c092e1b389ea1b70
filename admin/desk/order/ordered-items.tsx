import { Thumbnail } from "@medusajs/dashboard/components"
import { clx } from "@medusajs/ui"
import type { AdminFollowUpCallSheetItem } from "../../../src/api/admin/follow-ups/types"
import { useText, type Text } from "../../i18n/use-text"
import { Amount } from "../../task/amount"
import { moneyText } from "../../../src/money"

/** The ordered items, and whether they are in stock. */
export const OrderedItems = ({
  items,
  currencyCode,
}: {
  items: readonly AdminFollowUpCallSheetItem[]
  currencyCode: string
}) => (
  <ul className="flex flex-col gap-y-3">
    {items.map((item) => (
      <OrderedItem key={item.id} item={item} currencyCode={currencyCode} />
    ))}
  </ul>
)

const OrderedItem = ({
  item,
  currencyCode,
}: {
  item: AdminFollowUpCallSheetItem
  currencyCode: string
}) => {
  const t = useText()
  const details = [
    ...item.options.map(({ title, value }) => `${title}: ${value}`),
    ...(item.options.length === 0 && item.variant_title
      ? [item.variant_title]
      : []),
    ...(item.sku ? [item.sku] : []),
  ]
  return (
    <li className="flex items-start gap-x-3">
      <span className="[&>div]:h-14 [&>div]:w-11">
        <Thumbnail src={item.thumbnail} alt="" />
      </span>
      <div className="txt-compact-small flex min-w-0 flex-1 flex-col gap-y-1">
        <span dir="auto" className="text-ui-fg-base break-words font-medium">
          {item.quantity} × {item.title}
        </span>
        {details.length > 0 && (
          <span className="text-ui-fg-subtle break-words">
            {details.join(" · ")}
          </span>
        )}
        <Stock item={item} />
      </div>
      <div className="txt-compact-small flex shrink-0 flex-col items-end gap-y-1 tabular-nums">
        <span className="text-ui-fg-base">
          <Amount amount={item.total} currencyCode={currencyCode} />
        </span>
        {item.quantity > 1 && (
          <span dir="auto" className="text-ui-fg-subtle">
            {t("sheet.each", {
              price: moneyText(item.unit_price, currencyCode, t.locale),
            })}
          </span>
        )}
      </div>
    </li>
  )
}

const Stock = ({ item: { stock } }: { item: AdminFollowUpCallSheetItem }) => {
  const t = useText()
  if (stock.short_by > 0) {
    return (
      <span
        className={clx(
          "txt-compact-xsmall-plus w-fit rounded border px-1.5 py-0.5",
          stock.allow_backorder
            ? "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text"
            : "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text"
        )}
      >
        {t(stock.allow_backorder ? "sheet.backorder" : "sheet.shortBy", {
          count: stock.short_by,
        })}
      </span>
    )
  }
  return <span className="text-ui-fg-subtle">{stockText(t, stock)}</span>
}

function stockText(
  t: Text,
  stock: AdminFollowUpCallSheetItem["stock"]
): string {
  if (!stock.managed) {
    return t("sheet.notCounted")
  }
  return stock.available !== null && stock.available > 0
    ? t("sheet.stockLeft", { count: stock.available })
    : t("sheet.inStock")
}
