import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import {
  expectedAt,
  type LineEnd,
  SHORTAGE_MODULE,
} from "../../modules/shortage"
import { freeElsewhere, type FreeUnits } from "../../shop/free-elsewhere"
import {
  type OutOfStockPreference,
  outOfStockPreference,
} from "../../shop/out-of-stock-preference"
import type { OrderToReadOut } from "../../shop/order-to-read-out"
import { loadUsers } from "../../shop/users"
import { type AgreedOnSheet, agreedOnSheet } from "./agreed-on-sheet"

/** What the sheet shows of what an order lacks. */
export type ShortagesOfOrder = {
  order_id: string
  /** What the customer prefers, as they said at the checkout; null if nothing. */
  preference: OutOfStockPreference | null
  lines: ShortLineOnSheet[]
  /** Whether what was short is there now, rather than replaced, or taken off. */
  is_back: boolean
  /** What was agreed about these lines, and those that were short before. */
  agreed: AgreedOnSheet[]
}

export type ShortLineOnSheet = {
  line_item_id: string
  title: string
  variant_title: string | null
  sku: string | null
  ordered: number
  short_by: number
  /** Units of these that a person did not find. */
  reported: number
  /** Why, and who says so; null where they did not say, or it was a program. */
  report: { reason: string | null; actor_name: string | null } | null
  /** Null until it is written down, moments later. */
  since: Date | null
  expected_at: Date | null
  /** Where units are free. */
  elsewhere: FreeUnits[]
}

/**
 * The short lines of an order. How many units are short is what the order itself
 * says; what else is known of them is added.
 */
export async function shortLinesOnSheet(
  order: OrderToReadOut,
  container: MedusaContainer
): Promise<ShortagesOfOrder> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const known = await shortage.listShortLines({ order_ids: [order.id] })
  const announcements = await shortage.readAnnouncements(
    known.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  const short = order.items.filter(({ stock }) => stock.short_by > 0)
  const elsewhere = await freeElsewhere(
    short.map(({ id }) => id),
    container
  )
  const reports = await shortage.readReports(short.map(({ id }) => id))
  const users = await loadUsers(
    reports.map(({ actor_id }) => actor_id),
    container
  )
  const reportOf = (line_item_id: string): ShortLineOnSheet["report"] => {
    const report = reports.find((one) => one.line_item_id === line_item_id)
    const user = users.get(report?.actor_id ?? "")
    return report
      ? { reason: report.reason, actor_name: user?.name ?? user?.email ?? null }
      : null
  }
  const { offers } = container.resolve(FOLLOW_UP_MODULE).settings
  const agreed = await agreedOnSheet(order.id, container)
  const ends = short.length > 0 ? [] : await shortage.readEnds(order.id)
  return {
    order_id: order.id,
    agreed,
    is_back: ends.length > 0 && ends.every((end) => isBack(end, agreed)),
    preference: await outOfStockPreference(
      order.id,
      offers.preference_key,
      container
    ),
    lines: short.map((item) => {
      const line = known.find(({ line_item_id }) => line_item_id === item.id)
      return {
        line_item_id: item.id,
        title: item.title,
        variant_title: item.variant_title,
        sku: item.sku,
        ordered: item.quantity,
        short_by: item.stock.short_by,
        reported: line?.reported ?? 0,
        report: reportOf(item.id),
        since: line?.since ?? null,
        expected_at: line ? expectedAt(line.places, announcements) : null,
        elsewhere: elsewhere.get(item.id) ?? [],
      }
    }),
  }
}

function isBack(
  { line_item_id, end_reason }: LineEnd,
  agreed: readonly AgreedOnSheet[]
): boolean {
  const is_there =
    end_reason === "stock_arrived" || end_reason === "items_found"
  const is_from_elsewhere = agreed.some(
    (one) =>
      one.line_item_id === line_item_id && one.deed.kind === "other_location"
  )
  return is_there && !is_from_elsewhere
}
