import { type PermissionAction, resolvePermissions } from "@medusajs/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { rolesOf } from "./roles-of"

export type Policy = PermissionAction & { operation: string }

/**
 * Lets pass whoever has one of these policies: a route's own `policies` asks
 * for all of them. Without Medusa's role-based access control everyone passes.
 *
 * @throws MedusaError FORBIDDEN that names the policies
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
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        `Insufficient permissions. Required policies: ${names.join(" or ")}`
      )
    }
    next()
  }
}
