import { type PermissionAction, resolvePermissions } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  DELIVERY_WINDOW,
  FOLLOW_UP,
  FOLLOW_UP_RULE,
} from "../../../policies/follow-ups"

export type Policy = PermissionAction & { operation: string }

export const READ_FOLLOW_UPS: Policy = {
  resource: FOLLOW_UP,
  operation: "read",
}

export const READ_RULES: Policy = {
  resource: FOLLOW_UP_RULE,
  operation: "read",
}

/** Who sees windows and what is booked in them. */
export const READ_DELIVERIES: Policy = {
  resource: DELIVERY_WINDOW,
  operation: "read",
}

/** Whoever packs orders may read them. */
export const READ_ORDERS: Policy = { resource: "order", operation: "read" }

type Caller = Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">

/**
 * Whether the caller has this policy: everyone has, without Medusa's role-based
 * access control, and nobody who has no role, with it.
 */
export async function isGranted(
  policy: Policy,
  caller: Caller
): Promise<boolean> {
  return (await grantedOf([policy], caller)) > 0
}

/** How many of these policies the caller has. */
export async function grantedOf(
  policies: Policy[],
  caller: Caller
): Promise<number> {
  const granted = await resolvePermissions({
    roles: rolesOf(caller),
    universe: policies,
    container: caller.scope,
  })
  return granted.size
}

/** The ids of the caller's roles, if Medusa's access control is on. */
function rolesOf({
  auth_context,
}: Pick<AuthenticatedMedusaRequest, "auth_context">): string[] {
  const roles: unknown = auth_context.app_metadata?.roles
  return Array.isArray(roles)
    ? roles.filter((role) => typeof role === "string")
    : []
}
