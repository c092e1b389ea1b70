import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readsRules, sendsRule } from "../guarded-routes"
import { NoFields } from "../validators"
import { PreviewScript } from "./validators"

export const scriptMiddlewares: MiddlewareRoute[] = [
  readsRules("/scripts/variables", NoFields),
  // It prints an order.
  sendsRule("/scripts/preview", "read", PreviewScript, NoFields, {
    resource: "order",
    operation: "read",
  }),
]
