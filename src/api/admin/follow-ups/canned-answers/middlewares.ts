import type { MiddlewareRoute } from "@medusajs/framework/http"
import { READ_RULES } from "../granted"
import { deletesRule, readsWithEither, sendsRule } from "../guarded-routes"
import { NoFields } from "../validators"
import {
  CreateCannedAnswer,
  ListCannedAnswers,
  UpdateCannedAnswer,
} from "./validators"

export const cannedAnswerMiddlewares: MiddlewareRoute[] = [
  readsWithEither("/canned-answers", ListCannedAnswers, READ_RULES),
  readsWithEither("/canned-answers/:id", NoFields, READ_RULES),
  sendsRule("/canned-answers", "create", CreateCannedAnswer),
  sendsRule("/canned-answers/:id", "update", UpdateCannedAnswer),
  deletesRule("/canned-answers/:id"),
]
