import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { type Offer, SHORTAGE_MODULE } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { pagePathOf, pageUrlOf } from "../../../workflows/desk/customer-link"
import { OFFER_PAGE } from "../../../workflows/shortage/offers/offer-link"
import { offerMessage } from "../../../workflows/shortage/offers/offer-message"
import { isGranted, READ_ORDERS } from "../follow-ups/granted"
import type { AdminShortageOffer } from "./types"

type Asked = Pick<
  AuthenticatedMedusaRequest,
  "auth_context" | "scope" | "protocol" | "get"
>

/** @throws Refusal `offer_not_found` */
export async function readOffer(
  id: string,
  request: Asked
): Promise<AdminShortageOffer> {
  const [offer] = await request.scope
    .resolve(SHORTAGE_MODULE)
    .readOffers({ ids: [id] })
  if (!offer) {
    throw new Refusal("offer_not_found", { id }, ["id"])
  }
  return await presentOffer(offer, request)
}

/**
 * An offer for the desk. Where the shop has not said how customers reach it, the
 * link leads where the dashboard reaches it. The customer is named to whoever may
 * read orders.
 */
export async function presentOffer(
  offer: Offer,
  request: Asked
): Promise<AdminShortageOffer> {
  const {
    link_id,
    expires_at,
    answered_at,
    created_at,
    alternatives,
    ...others
  } = offer
  const { scope, protocol } = request
  const link =
    offer.status === "open"
      ? (pageUrlOf(OFFER_PAGE, link_id, scope) ??
        `${protocol}://${request.get("host") ?? ""}${pagePathOf(OFFER_PAGE, link_id, scope)}`)
      : null
  return {
    ...others,
    expires_at: expires_at.toISOString(),
    answered_at: answered_at?.toISOString() ?? null,
    created_at: created_at.toISOString(),
    alternatives: alternatives.map(
      ({ hold_id: _, ...alternative }) => alternative
    ),
    link,
    ...(link === null
      ? { subject: null, message: null }
      : await offerMessage(
          offer,
          link,
          await isGranted(READ_ORDERS, request),
          scope
        )),
  }
}
