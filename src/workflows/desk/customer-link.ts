import { createHmac, timingSafeEqual } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { siteAddress } from "../../shop/dashboard-address"

/** A page that customers reach by a link in a message. */
export type CustomerPage = {
  /** What the link is good for: one signed for another page leads nowhere. */
  purpose: string
  /**
   * `/store` wants a publishable key, which a link in a message has not, and
   * `/admin` a user. Of the paths that Medusa serves to anybody, `/hooks` is the
   * one that every proxy in front of a shop lets through, as payment providers
   * call it.
   */
  path: `/hooks/${string}`
}

/** Of the signature: 128 bits. */
const BYTES = 16

/** What a customer's link carries: the id of what it is about, signed. */
export function tokenOf(
  page: CustomerPage,
  id: string,
  container: MedusaContainer
): string {
  return `${id}.${signatureOf(page, id, container)}`
}

/**
 * The id in a token; null unless the token was signed here, so that what is
 * guessed costs no statement.
 */
export function idInToken(
  page: CustomerPage,
  token: string,
  container: MedusaContainer
): string | null {
  const [, id = "", given = ""] =
    /^([\w-]{1,64})\.([\w-]{22})$/.exec(token) ?? []
  // As texts: the last character has bits that decoding ignores.
  const right = signatureOf(page, id, container)
  return given.length === right.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(right))
    ? id
    : null
}

/** The path of the customer's page. */
export function pagePathOf(
  page: CustomerPage,
  id: string,
  container: MedusaContainer
): string {
  return `${page.path}/${tokenOf(page, id, container)}`
}

/** The whole address of the customer's page; null if the shop's is unknown. */
export function pageUrlOf(
  page: CustomerPage,
  id: string,
  container: MedusaContainer
): string | null {
  const { offers } = container.resolve(FOLLOW_UP_MODULE).settings
  const base = offers.base_url ?? siteAddress(container)
  return base === null ? null : base + pagePathOf(page, id, container)
}

function signatureOf(
  { purpose }: CustomerPage,
  id: string,
  container: MedusaContainer
): string {
  return createHmac("sha256", secretOf(container))
    .update(`follow-ups ${purpose} ${id}`)
    .digest()
    .subarray(0, BYTES)
    .toString("base64url")
}

function secretOf(container: MedusaContainer): string {
  const { offers } = container.resolve(FOLLOW_UP_MODULE).settings
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const { cookieSecret, jwtSecret } = http
  return (
    offers.secret ??
    cookieSecret ??
    (typeof jwtSecret === "string" ? jwtSecret : "")
  )
}
