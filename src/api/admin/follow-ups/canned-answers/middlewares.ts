import type { MiddlewareRoute } from "@medusajs/framework/http"
import { deletesRule, readsForBoth, sendsRule } from "../guarded-routes"
import { NoFields } from "../validators"
import {
  CreateCannedAnswer,
  ListCannedAnswers,
  UpdateCannedAnswer,
} from "./validators"

export const cannedAnswerMiddlewares: MiddlewareRoute[] = [
  readsForBoth("/canned-answers", ListCannedAnswers),
  readsForBoth("/canned-answers/:id", NoFields),
  sendsRule("/canned-answers", "create", CreateCannedAnswer),
  sendsRule("/canned-answers/:id", "update", UpdateCannedAnswer),
  deletesRule("/canned-answers/:id"),
]
