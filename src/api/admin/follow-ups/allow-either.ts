import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Refusal } from "../../../refusals"
import { grantedOf, type Policy } from "./granted"

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
    if ((await grantedOf(policies, request)) === 0) {
      const names = policies.map(
        ({ resource, operation }) => `${resource}:${operation}`
      )
      throw new Refusal("not_permitted", { policies: names.join(" or ") })
    }
    next()
  }
}
