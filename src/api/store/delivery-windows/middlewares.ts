import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checksBody, checksQuery } from "../../admin/follow-ups/check-request"
import { NoFields } from "../../admin/follow-ups/validators"
import { limitsRate, limitsRateOfCart } from "../../customer-page/limit-rate"
import {
  HoldDeliveryWindow,
  ListDeliveryWindows,
  MoveDelivery,
  OfCart,
} from "./validators"

const ROOT = "/store/delivery-windows"

export const storeDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: ROOT,
    middlewares: [checksQuery(ListDeliveryWindows), limitsRateOfCart],
  },
  {
    method: "POST",
    matcher: `${ROOT}/hold`,
    middlewares: [
      checksBody(HoldDeliveryWindow),
      checksQuery(NoFields),
      limitsRateOfCart,
    ],
  },
  {
    method: "DELETE",
    matcher: `${ROOT}/hold`,
    middlewares: [checksQuery(OfCart), limitsRateOfCart],
  },
  {
    method: "GET",
    matcher: `${ROOT}/bookings/:token`,
    middlewares: [limitsRate, checksQuery(NoFields)],
  },
  {
    method: "POST",
    matcher: `${ROOT}/bookings/:token`,
    middlewares: [limitsRate, checksBody(MoveDelivery), checksQuery(NoFields)],
  },
  {
    method: ["GET", "POST"],
    matcher: "/hooks/delivery-windows/bookings/:token",
    middlewares: [limitsRate],
  },
]
