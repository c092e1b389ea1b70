import { Hint } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Link } from "react-router-dom"
import type {
  AdminShortageState,
  AdminShortItem,
} from "../../src/api/admin/shortages/types"
import { useShortagesOfItem, useShortagesOfVariant } from "../api/shortages"
import { dateText, exactMoment } from "../clock/moment-text"
import { browserTimeZone } from "../clock/zoned"
import { useText, type Text } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { Money } from "./money"
import { announcedFor, SupplierDate } from "./supplier-date"

/** All orders that wait for something. */
export const TASKS =
  "/follow-ups?tab=all&type=resolve_shortage&status=open&status=waiting"

/** More of them are seen by their tasks. */
const ORDERS_SHOWN = 20

/** Which orders wait for an item, and when the supplier delivers it. */
export const ShortItemDetails = ({
  variantId,
  item,
  dateAsked,
}: {
  variantId: string
  item: AdminShortItem
  dateAsked: number
}) => {
  const t = useText()
  const { data, error } = useShortagesOfVariant(variantId, ORDERS_SHOWN)
  const [inventoryItemId, ...others] = item.inventory_item_ids
  return (
    <div className="grid grid-cols-2 gap-6 max-lg:grid-cols-1">
      <div className="flex flex-col gap-y-2">
        {error && (
          <Hint variant="error" role="alert">
            {refusalText(t, error)}
          </Hint>
        )}
        <ul
          aria-label={t("shortage.list.orders")}
          className="flex list-none flex-col gap-y-1"
        >
          {data?.shortages.map((line) => (
            <li key={line.id} className="flex flex-col gap-y-0.5 py-1">
              <div className="text-ui-fg-base flex items-baseline justify-between gap-x-4">
                <span className="min-w-0 break-words">
                  <Link
                    to={`/orders/${line.order_id}`}
                    className="hover:text-ui-fg-subtle underline focus-visible:shadow-borders-focus rounded tabular-nums outline-none"
                  >
                    #{line.order_display_id ?? line.order_id}
                  </Link>{" "}
                  {line.customer_name && <bdi>{line.customer_name}</bdi>}
                </span>
                {line.order_total && (
                  <span className="shrink-0">
                    <Money amounts={[line.order_total]} />
                  </span>
                )}
              </div>
              <div className="flex items-baseline justify-between gap-x-4">
                <span className="text-ui-fg-subtle min-w-0">
                  {[
                    ...(line.order_placed_at
                      ? [
                          dateText(
                            t,
                            Date.parse(line.order_placed_at),
                            browserTimeZone()
                          ),
                        ]
                      : []),
                    t("shortage.shortOf", {
                      units: line.short_by,
                      count: line.ordered,
                    }),
                    stateText(t, line.state),
                  ].join(" · ")}
                </span>
                {line.task_id && (
                  <Link
                    to={`/follow-ups?task=${line.task_id}`}
                    aria-label={`${t("task.openSheet")} #${line.order_display_id ?? line.order_id}`}
                    className="text-ui-fg-base hover:text-ui-fg-subtle underline focus-visible:shadow-borders-focus rounded shrink-0 outline-none"
                  >
                    {t("task.openSheet")}
                  </Link>
                )}
              </div>
            </li>
          ))}
        </ul>
        {data && data.count > data.shortages.length && (
          <Link
            to={TASKS}
            className="text-ui-fg-base hover:text-ui-fg-subtle underline"
          >
            {t("pins.more", { count: data.count - data.shortages.length })}
          </Link>
        )}
      </div>
      {inventoryItemId && (
        <DateOf
          of={
            others.length === 0
              ? { inventory_item_id: inventoryItemId }
              : { variant_id: variantId }
          }
          inventoryItemId={inventoryItemId}
          asked={dateAsked}
        />
      )}
    </div>
  )
}

/** What has been done about a short line: "the customer waits until Dec 5". */
function stateText(t: Text, { kind, until }: AdminShortageState): string {
  switch (kind) {
    case "untouched":
      return t("shortage.list.untouched")
    case "offered":
      return t("shortage.list.offered", {
        time: until ? exactMoment(t, Date.parse(until), browserTimeZone()) : "",
      })
    case "part_delivery":
      return t("shortage.list.part")
    case "wait":
      return until
        ? t("agreed.waitUntil", {
            date: dateText(t, Date.parse(until), "UTC"),
          })
        : t("agreed.wait")
  }
}

/** For a kit, the date is that of all its parts. */
const DateOf = ({
  of,
  inventoryItemId,
  asked,
}: Pick<ComponentProps<typeof SupplierDate>, "of" | "asked"> & {
  inventoryItemId: string
}) => {
  const { data } = useShortagesOfItem(inventoryItemId)
  return data ? (
    <SupplierDate
      of={of}
      announced={announcedFor(data.announcements)}
      asked={asked}
    />
  ) : null
}
