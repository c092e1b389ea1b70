import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettlementResult } from "../../../modules/shortage"
import { refuseUnstorable } from "../../../refusals"
import { payable } from "../../../shop/amounts"
import { totalsAsEdited } from "../../../shop/order-as-edited"
import {
  captured,
  edited,
  moneyOf,
  NOTHING_TO_PAY,
  sumOf,
  warningsOf,
} from "./money"
import {
  capturesFirst,
  editsOrder,
  openedBy,
  planSettlement,
  type SettlementInput,
} from "./plan"

/**
 * What `settleShortageWorkflow` would come to with the same input. It changes
 * nothing; another open change, for which that would be refused, is a warning.
 * Whether what replaces the line is still free, only carrying it out can say.
 *
 * @throws the same otherwise
 */
export async function previewSettlement(
  input: SettlementInput,
  container: MedusaContainer
): Promise<SettlementResult> {
  refuseUnstorable(input)
  const { order_id, line_item_id, deed } = input
  const { line, money, open_change } = await planSettlement(input, container)
  const before = captured(money, capturesFirst(input))
  const { currency_code } = before
  const total = (of: { total: number }) => payable(of.total, currency_code)
  const unchanged: SettlementResult = {
    order_id,
    change_id: null,
    total_before: total(before),
    total_after: total(before),
    currency_code,
    money: NOTHING_TO_PAY,
    warnings: [],
  }
  if (!editsOrder(deed)) {
    return unchanged
  }
  const totals =
    (await totalsAsEdited(
      order_id,
      {
        line_item_id,
        quantity: line.ordered - deed.units,
        added: deed.kind === "replace" ? deed.by : [],
      },
      container
    )) ?? before
  return {
    ...unchanged,
    total_after: total(totals),
    money: moneyOf(edited(before, totals.total)),
    warnings: [
      ...warningsOf(
        { ...before, authorized: sumOf(before.authorized) },
        totals,
        currency_code
      ),
      ...(open_change
        ? [
            {
              code: "change_open" as const,
              change_id: open_change.id,
              change_type: open_change.change_type,
              opened_by: await openedBy(open_change, container),
              opened_at: open_change.created_at.toISOString(),
            },
          ]
        : []),
    ],
  }
}
