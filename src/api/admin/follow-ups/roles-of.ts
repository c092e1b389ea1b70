import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** The ids of the caller's roles, if Medusa's access control is on. */
export function rolesOf({
  auth_context,
}: Pick<AuthenticatedMedusaRequest, "auth_context">): string[] {
  const roles: unknown = auth_context.app_metadata?.roles
  return Array.isArray(roles)
    ? roles.filter((role) => typeof role === "string")
    : []
}
