import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"
import { Refusal } from "../../../refusals"

const LONGEST_KEY = 255

/** The user who sends the request, or null for a program with an API key. */
export function userOf({
  auth_context,
}: Pick<AuthenticatedMedusaRequest, "auth_context">): string | null {
  return auth_context.actor_type === "user" ? auth_context.actor_id : null
}

/**
 * The `Idempotency-Key` header, or null if none was sent.
 *
 * @throws Refusal for a key of more than 255 characters
 */
export function idempotencyKeyOf(
  request: Pick<MedusaRequest, "get">
): string | null {
  const key = request.get("Idempotency-Key")?.trim()
  if (!key) {
    return null
  }
  if (key.length > LONGEST_KEY) {
    throw new Refusal("key_too_long", { length: key.length, max: LONGEST_KEY })
  }
  return key
}
