import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_TASK } from "../../desk/resolve-shortage"
import { deliverOutbox } from "../desk/deliver-outbox"
import { reportError } from "../desk/report-error"
import {
  updateFollowUps,
  type UpdateFollowUp,
} from "../follow-up/update-follow-ups"

/** What the history says: a change that `RESOLVE_SHORTAGE` declares. */
export type NotedChange = Required<Pick<UpdateFollowUp, "change" | "key">> &
  Pick<UpdateFollowUp, "by" | "note">

/**
 * Has the history of the order's task say what has happened, once. What happened
 * stands although that may fail.
 */
export async function noteChange(
  order_id: string,
  noted: NotedChange,
  container: MedusaContainer
): Promise<void> {
  try {
    const { event_ids } = await updateFollowUps(
      [{ dedupe_key: `${SHORTAGE_TASK}:${order_id}`, ...noted }],
      container
    )
    await deliverOutbox(event_ids, container)
  } catch (error) {
    reportError(
      `the history of the task about ${order_id} does not say ${noted.change}`,
      error,
      container
    )
  }
}

/** A user's doing, or a program's. */
export const byUser = (user_id: string | null): UpdateFollowUp["by"] =>
  user_id === null ? null : { user_id }
