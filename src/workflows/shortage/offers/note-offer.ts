import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_TASK } from "../../../desk/resolve-shortage"
import type { Offer, OfferAnswer } from "../../../modules/shortage"
import { deliverOutbox } from "../../desk/deliver-outbox"
import { reportError } from "../../desk/report-error"
import {
  updateFollowUps,
  type UpdateFollowUp,
} from "../../follow-up/update-follow-ups"

/** What becomes of an offer: a change that `RESOLVE_SHORTAGE` declares. */
type Happened = "made" | "withdrawn" | "expired" | OfferAnswer

/**
 * Has the history of the order's task say what has become of an offer, once. The
 * offer stands although that may fail.
 */
export async function noteOffer(
  { id, order_id }: Pick<Offer, "id" | "order_id">,
  happened: Happened,
  by: UpdateFollowUp["by"],
  container: MedusaContainer
): Promise<void> {
  try {
    const { event_ids } = await updateFollowUps(
      [
        {
          dedupe_key: `${SHORTAGE_TASK}:${order_id}`,
          change: `offer_${happened}`,
          by,
          key: `${id}:${happened}`,
        },
      ],
      container
    )
    await deliverOutbox(event_ids, container)
  } catch (error) {
    reportError(
      `the history of the task about ${order_id} does not say what became of an offer`,
      error,
      container
    )
  }
}

/** A user's doing, or a program's. */
export const byUser = (user_id: string | null): UpdateFollowUp["by"] =>
  user_id === null ? null : { user_id }
