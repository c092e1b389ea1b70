import type { MiddlewareRoute } from "@medusajs/framework/http"
import { DELIVERY_WINDOW } from "../../../policies/follow-ups"
import { briefWithout } from "../follow-ups/brief-answer"
import { checksBody, checksQuery } from "../follow-ups/check-request"
import { READ_DELIVERIES, READ_ORDERS } from "../follow-ups/granted"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { NoFields } from "../follow-ups/validators"
import { ListBacklog, PreviewText, SaveText } from "./message-validators"

const ROOT = "/admin/delivery-windows"

/** What customers are told holds for all orders, as templates do. */
const CREATE = { resource: DELIVERY_WINDOW, operation: "create" }

const TELLS_READERS = tellingRefusals(briefWithout(READ_DELIVERIES))

export const deliveryMessageMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: `${ROOT}/texts`,
    middlewares: [checksQuery(NoFields)],
    policies: READ_DELIVERIES,
  },
  {
    method: "POST",
    matcher: `${ROOT}/texts/preview`,
    middlewares: [checksBody(PreviewText), checksQuery(NoFields)],
    // The preview contains an order's data.
    policies: [READ_DELIVERIES, READ_ORDERS],
  },
  {
    method: "POST",
    matcher: `${ROOT}/texts/:kind/:language`,
    middlewares: [TELLS_READERS, checksBody(SaveText), checksQuery(NoFields)],
    policies: CREATE,
  },
  {
    method: "DELETE",
    matcher: `${ROOT}/texts/:kind/:language`,
    middlewares: [TELLS_READERS, checksQuery(NoFields)],
    policies: CREATE,
  },
  {
    method: "GET",
    matcher: `${ROOT}/backlog`,
    middlewares: [checksQuery(ListBacklog)],
    policies: READ_DELIVERIES,
  },
  {
    method: "GET",
    matcher: `${ROOT}/orders/:order_id/promises`,
    middlewares: [checksQuery(NoFields)],
    policies: READ_DELIVERIES,
  },
]
