import type { MiddlewareRoute } from "@medusajs/framework/http"
import { deletesRule, readsRules, sendsRule } from "../guarded-routes"
import { DryRunOrNot, NoFields } from "../validators"
import {
  CreatePlaybook,
  ListPlaybooks,
  OrderPlaybooks,
  UpdatePlaybook,
} from "./validators"

export const playbookMiddlewares: MiddlewareRoute[] = [
  readsRules("/playbooks", ListPlaybooks),
  readsRules("/playbooks/vocabulary", NoFields),
  readsRules("/playbooks/:id", NoFields),
  sendsRule("/playbooks", "create", CreatePlaybook),
  sendsRule("/playbooks/order", "update", OrderPlaybooks),
  sendsRule("/playbooks/:id", "update", UpdatePlaybook, DryRunOrNot),
  sendsRule("/playbooks/:id/reset", "update", NoFields, DryRunOrNot),
  deletesRule("/playbooks/:id"),
]
