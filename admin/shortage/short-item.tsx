import { Table } from "@medusajs/ui"
import { useId, useState } from "react"
import { Link } from "react-router-dom"
import type { AdminShortItem } from "../../src/api/admin/shortages/types"
import { dateText } from "../clock/moment-text"
import { browserTimeZone } from "../clock/zoned"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { Money } from "./money"
import { NARROW_TABLE } from "./narrow-table"
import { ShortItemDetails, TASKS } from "./short-item-details"

/** What is short of one variant; it opens to who waits, and the supplier's date. */
export const ShortItem = ({ item }: { item: AdminShortItem }) => {
  const t = useText()
  const detailsId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [dateAsked, setDateAsked] = useState(0)
  const opener = {
    "aria-expanded": isOpen,
    "aria-controls": isOpen ? detailsId : undefined,
  }
  const setDate = item.expected_at ? t("stock.changeDate") : t("stock.setDate")
  const [inventoryItem, ...others] = item.inventory_item_ids
  const title = [item.title, item.variant_title].filter(Boolean).join(" · ")
  const orders = t("shortage.list.inOrders", { count: item.orders })
  return (
    <>
      <Table.Row className={`align-top [&>td]:py-3 ${NARROW_TABLE}`}>
        <Table.Cell className="whitespace-normal">
          <div className="flex min-w-0 flex-col gap-y-1">
            <span
              dir="auto"
              className="txt-compact-small-plus text-ui-fg-base break-words"
            >
              {inventoryItem && others.length === 0 ? (
                <Link
                  to={`/inventory/${inventoryItem}`}
                  className="hover:text-ui-fg-interactive"
                >
                  {title}
                </Link>
              ) : (
                title
              )}
            </span>
            <span className="text-ui-fg-subtle">
              {[
                item.sku,
                t("shortage.since", {
                  time: dateText(t, Date.parse(item.since), browserTimeZone()),
                }),
                item.expected_at
                  ? t("shortage.expected", {
                      date: dateText(t, Date.parse(item.expected_at), "UTC"),
                    })
                  : t("shortage.noDate"),
                item.note,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {item.variant_id && item.inventory_item_ids.length > 0 && (
              <SmallButton
                {...opener}
                variant="transparent"
                className="-ml-2 self-start text-start"
                aria-label={`${setDate}: ${title}`}
                onClick={() => {
                  setIsOpen(true)
                  setDateAsked(dateAsked + 1)
                }}
              >
                {setDate}
              </SmallButton>
            )}
          </div>
        </Table.Cell>
        <Table.Cell className="text-end tabular-nums">
          <div className="flex flex-col gap-y-1">
            <span className="text-ui-tag-red-text">{item.units}</span>
            <span className="text-ui-fg-subtle">
              <Money amounts={item.missing} />
            </span>
          </div>
        </Table.Cell>
        <Table.Cell className="text-end">
          <div className="flex flex-col gap-y-1">
            <span className="text-ui-fg-base">
              <Money amounts={item.waiting} />
            </span>
            {item.variant_id ? (
              <button
                type="button"
                {...opener}
                onClick={() => {
                  setIsOpen(!isOpen)
                  setDateAsked(0)
                }}
                aria-label={`${orders}: ${title}`}
                className="text-ui-fg-base hover:text-ui-fg-subtle underline focus-visible:shadow-borders-focus self-end whitespace-nowrap rounded outline-none"
              >
                {orders}
              </button>
            ) : (
              <Link
                to={TASKS}
                className="text-ui-fg-base hover:text-ui-fg-subtle underline whitespace-nowrap"
              >
                {orders}
              </Link>
            )}
          </div>
        </Table.Cell>
      </Table.Row>
      {isOpen && item.variant_id && (
        <tr
          id={detailsId}
          className="txt-compact-small border-b last:border-b-0"
        >
          <td colSpan={3} className="px-6 py-4 max-lg:px-4">
            <ShortItemDetails
              variantId={item.variant_id}
              item={item}
              dateAsked={dateAsked}
            />
          </td>
        </tr>
      )}
    </>
  )
}
