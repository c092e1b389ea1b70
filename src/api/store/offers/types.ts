import type { OfferAnswer } from "../../../modules/shortage"
import type { OfferForCustomer } from "../../../workflows/shortage/offers/offer-for-customer"

/** `GET` and `POST /store/offers/:token` */
export type StoreOfferResponse = { offer: OfferForCustomer }

/** `POST /store/offers/:token` */
export type StoreAnswerOffer = {
  answer: OfferAnswer
  /** Which one, if it is accepted. */
  alternative_id?: string | null
  /** Instead: one of `others`, which is held and accepted at once. */
  variant_id?: string | null
  /** What the customer writes. */
  note?: string | null
}
