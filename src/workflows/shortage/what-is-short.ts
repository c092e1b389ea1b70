import type { MedusaContainer } from "@medusajs/framework/types"
import {
  expectedAt,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../modules/shortage"
import { amountsOfOrders, type OrderAmounts } from "../../shop/order-amounts"

/**
 * More are not looked at: by then nobody reads them one by one, and each
 * order's total has to be computed by Medusa.
 */
const MOST_LINES = 2_000

export type Money = { currency_code: string; amount: number }

/** How much of something is short, and what that holds up. */
export type HeldUp = {
  orders: number
  lines: number
  units: number
  /** What the missing units cost, with tax and discounts, by currency. */
  missing: Money[]
  /** The totals of the orders that wait for them, by currency. */
  waiting: Money[]
}

/** A variant, or what else was ordered, of which units are short now. */
export type ShortItem = HeldUp & {
  variant_id: string | null
  /** As ordered last. */
  title: string
  variant_title: string | null
  sku: string | null
  inventory_item_ids: string[]
  /** Since when units of it have been short. */
  since: Date
  /** When all of them are expected; null if that is unknown. */
  expected_at: Date | null
}

export type WhatIsShort = {
  /** What most orders wait for comes first. */
  items: ShortItem[]
  /** Each order counts once. */
  total: HeldUp
  /** Lines that are short; of more than 2,000, those short for longest count. */
  lines_in_all: number
}

/** What is short now, by variant, and how much money waits for it. */
export async function whatIsShort(
  container: MedusaContainer
): Promise<WhatIsShort> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const lines = await shortage.listShortLines(
    {},
    { limit: MOST_LINES, offset: 0 }
  )
  const amounts = await amountsOfOrders(ordersOf(lines), container)
  const announcements = await shortage.readAnnouncements(itemsOf(lines))
  const items = groupedBy(lines, ware).map((ofItem) => ({
    ...titlesOf(ofItem),
    ...heldUp(ofItem, amounts),
    inventory_item_ids: itemsOf(ofItem),
    since: new Date(Math.min(...ofItem.map(({ since }) => since.getTime()))),
    expected_at: expectedAt(
      ofItem.flatMap(({ places }) => places),
      announcements
    ),
  }))
  return {
    items: items.sort(
      (a, b) => b.orders - a.orders || a.since.getTime() - b.since.getTime()
    ),
    total: heldUp(lines, amounts),
    lines_in_all:
      lines.length < MOST_LINES
        ? lines.length
        : await shortage.countShortLines({}),
  }
}

/** What was ordered without a variant is known by its title only. */
const ware = ({ variant_id, title, variant_title }: ShortLine) =>
  variant_id ?? JSON.stringify([title, variant_title])

function titlesOf(lines: readonly ShortLine[]) {
  const latest = lines.reduce((last, line) =>
    line.since > last.since ? line : last
  )
  const { variant_id, title, variant_title, sku } = latest
  return { variant_id, title, variant_title, sku }
}

function heldUp(
  lines: readonly ShortLine[],
  amounts: ReadonlyMap<string, OrderAmounts>
): HeldUp {
  const orders = ordersOf(lines)
  return {
    orders: orders.length,
    lines: lines.length,
    units: lines.reduce((sum, { units }) => sum + units, 0),
    missing: byCurrency(
      lines.flatMap(({ order_id, line_item_id, units, ordered }) => {
        const order = amounts.get(order_id)
        const cost = order?.lines.get(line_item_id)
        return order && cost !== undefined
          ? [{ ...order, amount: (cost * units) / ordered }]
          : []
      })
    ),
    waiting: byCurrency(
      orders.flatMap((id) => {
        const order = amounts.get(id)
        return order ? [{ ...order, amount: order.total }] : []
      })
    ),
  }
}

function byCurrency(amounts: readonly Money[]): Money[] {
  return groupedBy(amounts, ({ currency_code }) => currency_code)
    .map((all) => ({
      currency_code: all[0]?.currency_code ?? "",
      amount: rounded(all.reduce((sum, { amount }) => sum + amount, 0)),
    }))
    .sort((a, b) => b.amount - a.amount)
}

function groupedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string
): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key) ?? []
    group.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** To the thousandth, which is more than any currency has. */
const rounded = (amount: number) => Math.round(amount * 1_000) / 1_000

const ordersOf = (lines: readonly ShortLine[]) => [
  ...new Set(lines.map(({ order_id }) => order_id)),
]

const itemsOf = (lines: readonly ShortLine[]) => [
  ...new Set(
    lines.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  ),
]
