import { type PermissionAction, resolvePermissions } from "@medusajs/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Refusal } from "../../../refusals"
import { rolesOf } from "./roles-of"

export type Policy = PermissionAction & { operation: string }

/**
 * Lets a request pass if its user has any of these policies; a route's own
 * `policies` requires all of them. Without Medusa's role-based access control
 * everyone passes.
 *
 * @throws Refusal that names the policies
 */
export function allowEither(...policies: Policy[]) {
  return async (
    request: AuthenticatedMedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const granted = await resolvePermissions({
      roles: rolesOf(request),
      universe: policies,
      container: request.scope,
    })
    if (granted.size === 0) {
      const names = policies.map(
        ({ resource, operation }) => `${resource}:${operation}`
      )
      throw new Refusal("not_permitted", { policies: names.join(" or ") })
    }
    next()
  }
}
