import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { DELIVERY_WINDOW } from "../../../../policies/follow-ups"
import { briefWithout } from "../../follow-ups/brief-answer"
import { checksBody, checksQuery } from "../../follow-ups/check-request"
import { READ_DELIVERIES } from "../../follow-ups/granted"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { NoFields } from "../../follow-ups/validators"
import {
  BookDeliveryWindow,
  MoveDeliveryBooking,
  ReleaseDeliveryBooking,
} from "./validators"

const ORDER = "/admin/delivery-windows/orders/:order_id"

const UPDATE = { resource: DELIVERY_WINDOW, operation: "update" }

const changes = (verb: string, body: z.ZodType): MiddlewareRoute => ({
  method: "POST",
  matcher: `${ORDER}/${verb}`,
  middlewares: [
    tellingRefusals(briefWithout(READ_DELIVERIES)),
    checksBody(body),
    checksQuery(NoFields),
  ],
  policies: UPDATE,
})

export const orderDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: ORDER,
    middlewares: [checksQuery(NoFields)],
    policies: READ_DELIVERIES,
  },
  {
    method: "GET",
    matcher: "/admin/delivery-windows/granted",
    middlewares: [checksQuery(NoFields)],
    policies: READ_DELIVERIES,
  },
  {
    method: "GET",
    matcher: `${ORDER}/carrier`,
    middlewares: [checksQuery(NoFields)],
    policies: READ_DELIVERIES,
  },
  changes("book", BookDeliveryWindow),
  changes("move", MoveDeliveryBooking),
  changes("release", ReleaseDeliveryBooking),
  {
    method: "POST",
    matcher: `${ORDER}/link`,
    middlewares: [checksBody(NoFields), checksQuery(NoFields)],
    policies: UPDATE,
  },
]
