import { randomBytes } from "node:crypto"
import type { CustomerPage } from "../../desk/customer-link"

/** The customer's page of an offer. */
export const OFFER_PAGE: CustomerPage = {
  purpose: "offer",
  path: "/hooks/follow-ups/offers",
}

/** The random part of a link, which its offer keeps: 128 bits. */
export function newLinkId(): string {
  return randomBytes(16).toString("base64url")
}
