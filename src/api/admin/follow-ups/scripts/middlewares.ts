import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readsRules, sendsRule } from "../guarded-routes"
import { NoFields } from "../validators"
import { PreviewScript } from "./validators"

export const scriptMiddlewares: MiddlewareRoute[] = [
  readsRules("/scripts/variables", NoFields),
  // The preview contains an order's data.
  sendsRule("/scripts/preview", "read", PreviewScript, NoFields, {
    resource: "order",
    operation: "read",
  }),
]
