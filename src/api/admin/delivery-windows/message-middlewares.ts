import type { MiddlewareRoute } from "@medusajs/framework/http"
import { DELIVERY_WINDOW } from "../../../policies/follow-ups"
import { briefWithout } from "../follow-ups/brief-answer"
import { checksBody, checksQuery } from "../follow-ups/check-request"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { NoFields } from "../follow-ups/validators"
import { ListBacklog, PreviewText, SaveText } from "./message-validators"

const ROOT = "/admin/delivery-windows"

const READ = { resource: DELIVERY_WINDOW, operation: "read" }
/** What customers are told holds for all orders, as templates do. */
const CREATE = { resource: DELIVERY_WINDOW, operation: "create" }
const READ_ORDERS = { resource: "order", operation: "read" }

const TELLS_READERS = tellingRefusals(briefWithout(READ))

export const deliveryMessageMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: `${ROOT}/texts`,
    middlewares: [checksQuery(NoFields)],
    policies: READ,
  },
  {
    method: "POST",
    matcher: `${ROOT}/texts/preview`,
    middlewares: [checksBody(PreviewText), checksQuery(NoFields)],
    // The preview contains an order's data.
    policies: [READ, READ_ORDERS],
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
    policies: READ,
  },
  {
    method: "GET",
    matcher: `${ROOT}/orders/:order_id/promises`,
    middlewares: [checksQuery(NoFields)],
    policies: READ,
  },
]
