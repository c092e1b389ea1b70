import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf } from "./amounts"

/** What an order and its lines cost, with tax and discounts. */
export type OrderAmounts = {
  currency_code: string
  total: number
  /** By line. */
  lines: ReadonlyMap<string, number>
}

/** Totals take a read of all that an order has. */
const AT_ONCE = 100

type LineRow = { id: string; total: BigNumberInput }

/** The amounts of these orders; deleted orders are omitted. */
export async function amountsOfOrders(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, OrderAmounts>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const amounts = new Map<string, OrderAmounts>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "currency_code", "total", "items.id", "items.total"],
      filters: { id: ids.slice(from, from + AT_ONCE) },
    })
    for (const { id, currency_code, total, items } of data) {
      amounts.set(id, {
        currency_code,
        total: amountOf(total),
        lines: new Map(
          (items ?? []).map((line: LineRow) => [line.id, amountOf(line.total)])
        ),
      })
    }
  }
  return amounts
}
