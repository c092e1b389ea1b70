import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"

/**
 * When a closed task was opened again last, and by whom; null if it never was.
 * Nobody: a program, as what it asks for was to be done again.
 */
export async function lastReopened(
  task_id: string,
  container: MedusaContainer
): Promise<{ at: Date; actor_id: string | null } | null> {
  const [reopened] = await container
    .resolve(FOLLOW_UP_MODULE)
    .listFollowUpActivities(
      { task_id, kind: "reopened" },
      { order: { occurred_at: "DESC" }, take: 1 }
    )
  return reopened
    ? {
        at: new Date(reopened.occurred_at),
        actor_id: reopened.actor_id,
      }
    : null
}
