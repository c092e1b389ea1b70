import type { MedusaContainer } from "@medusajs/framework/types"
import type { Offer, OfferAnswer } from "../../../modules/shortage"
import { noteChange, type NotedChange } from "../note-change"

/** What becomes of an offer: a change that `RESOLVE_SHORTAGE` declares. */
type Happened = "made" | "withdrawn" | "expired" | OfferAnswer

/** Has the history of the order's task say what has become of an offer, once. */
export async function noteOffer(
  { id, order_id }: Pick<Offer, "id" | "order_id">,
  happened: Happened,
  by: NotedChange["by"],
  container: MedusaContainer
): Promise<void> {
  await noteChange(
    order_id,
    { change: `offer_${happened}`, by, key: `${id}:${happened}` },
    container
  )
}
