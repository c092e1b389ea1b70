import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../clock"
import { userOf } from "../../actor"
import { taskPresenter } from "../../present-tasks"
import type { AdminFollowUpCallSheetResponse } from "../../types"
import type { GetCallSheet } from "../../validators"
import { findVisibleTask, visibleTo } from "../../visible-to"
import { attemptsOnCustomer } from "./attempts-on-customer"
import { earlierOrders } from "./earlier-orders"
import { orderToReadOut } from "./order-to-read-out"
import { whatToSay } from "./what-to-say"

/** Whom to call, what to say, what was ordered, and what happened before. */
export const GET = async (
  request: AuthenticatedMedusaRequest<unknown, GetCallSheet>,
  response: MedusaResponse<AdminFollowUpCallSheetResponse>
) => {
  const { scope, validatedQuery } = request
  const task = await findVisibleTask(request)
  const now = clockOf(scope).now()
  const present = await taskPresenter([task], now, scope)
  const order = task.order_id
    ? await orderToReadOut(task.order_id, scope)
    : null
  response.json({
    call_sheet: {
      follow_up: present(task),
      ...(await whatToSay(
        task,
        order,
        { locale: validatedQuery.locale, user_id: userOf(request), now },
        scope
      )),
      order,
      ...(await earlierOrders(task, order, scope)),
      ...(await attemptsOnCustomer(task, await visibleTo(request), scope)),
    },
    now: now.toISOString(),
  })
}
