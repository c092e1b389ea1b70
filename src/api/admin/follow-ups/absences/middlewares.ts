import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readsRules, sendsRule } from "../guarded-routes"
import { NoFields } from "../validators"
import { LookBack } from "./validators"

export const absenceMiddlewares: MiddlewareRoute[] = [
  readsRules("/absences", NoFields),
  sendsRule("/absences/dismiss", "update", NoFields),
  sendsRule("/look-back", "update", LookBack),
]
