import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { DELIVERY_WINDOW } from "../../../../policies/follow-ups"
import { briefWithout } from "../../follow-ups/brief-answer"
import { checksBody, checksQuery } from "../../follow-ups/check-request"
import { READ_DELIVERIES } from "../../follow-ups/granted"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { DryRunOrNot, ListPage, NoFields } from "../../follow-ups/validators"
import {
  GetBoard,
  GetCalendar,
  SaveException,
  SaveTemplate,
} from "./validators"

const ROOT = "/admin/delivery-windows"

/** When couriers come is said by who may create windows. */
const CREATE = { resource: DELIVERY_WINDOW, operation: "create" }

/** The board, and what windows are made from. */
export const deliveryWindowMiddlewares: MiddlewareRoute[] = [
  reads("", GetBoard),
  reads("/calendar", GetCalendar),
  reads("/templates", ListPage),
  reads("/templates/vocabulary", NoFields),
  reads("/exceptions", ListPage),
  saves("/templates", SaveTemplate),
  saves("/templates/:id", SaveTemplate),
  saves("/exceptions", SaveException),
  saves("/exceptions/:id", SaveException),
  deletes("/templates/:id"),
  deletes("/exceptions/:id"),
]

function reads(path: string, query: z.ZodType): MiddlewareRoute {
  return {
    method: "GET",
    matcher: `${ROOT}${path}`,
    middlewares: [checksQuery(query)],
    policies: READ_DELIVERIES,
  }
}

function saves(path: string, body: z.ZodType): MiddlewareRoute {
  return {
    method: "POST",
    matcher: `${ROOT}${path}`,
    middlewares: [
      tellingRefusals(briefWithout(READ_DELIVERIES)),
      checksBody(body),
      checksQuery(DryRunOrNot),
    ],
    policies: CREATE,
  }
}

function deletes(path: string): MiddlewareRoute {
  return {
    method: "DELETE",
    matcher: `${ROOT}${path}`,
    middlewares: [
      tellingRefusals(briefWithout(READ_DELIVERIES)),
      checksQuery(DryRunOrNot),
    ],
    policies: CREATE,
  }
}
