import type { AboutCustomer } from "../../../../../workflows/desk/call-sheet/about-customer"
import { presentAttempt } from "../../present-history"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]

export function presentCustomer({
  attempts,
  users,
  phone_was_wrong,
  wrong_phones,
  earlier,
}: AboutCustomer): Pick<
  CallSheet,
  | "attempts"
  | "phone_was_wrong"
  | "wrong_phones"
  | "earlier_orders"
  | "earlier_order_count"
> {
  return {
    attempts: attempts.map(({ attempt, task }) => ({
      ...presentAttempt(attempt, users),
      task_type: task.type,
      order_display_id: task.order_display_id,
    })),
    phone_was_wrong,
    wrong_phones,
    earlier_orders: earlier.orders.map((order) => ({
      ...order,
      created_at: order.created_at.toISOString(),
    })),
    earlier_order_count: earlier.count,
  }
}
