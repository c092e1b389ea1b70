import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../src/modules/follow-up"

/** The counts as they were before they were shared: counted for each request. */
export async function GET(
  { scope, auth_context }: AuthenticatedMedusaRequest,
  response: MedusaResponse
): Promise<void> {
  const now = new Date()
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const counts = await followUp.countQueue(auth_context.actor_id, now)
  response.json({ ...counts, now: now.toISOString() })
}
