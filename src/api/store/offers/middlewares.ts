import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checksBody, checksQuery } from "../../admin/follow-ups/check-request"
import { NoFields } from "../../admin/follow-ups/validators"
import { limitsRate } from "../../customer-page/limit-rate"
import { AnswerOfferOfLink } from "./validators"

const OFFER = "/store/offers/:token"

export const offerMiddlewares: MiddlewareRoute[] = [
  {
    method: "GET",
    matcher: OFFER,
    middlewares: [limitsRate, checksQuery(NoFields)],
  },
  {
    method: "POST",
    matcher: OFFER,
    middlewares: [limitsRate, checksBody(AnswerOfferOfLink)],
  },
  {
    method: ["GET", "POST"],
    matcher: "/hooks/follow-ups/offers/:token",
    middlewares: [limitsRate],
  },
]
