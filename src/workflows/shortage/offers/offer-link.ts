import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { siteAddress } from "../../../shop/dashboard-address"

/**
 * Where the customer's page is. `/store` wants a publishable key, which a link
 * in a message has not, and `/admin` a user. Of the paths that Medusa serves to
 * anybody, `/hooks` is the one that every proxy in front of a shop lets through,
 * as payment providers call it.
 */
const PAGE = "/hooks/follow-ups/offers"

/** Of the random part and of the signature each: 128 bits. */
const BYTES = 16

/** The random part of a link, which its offer keeps. */
export function newLinkId(): string {
  return randomBytes(BYTES).toString("base64url")
}

/** What a customer's link carries: the random part, signed. */
export function tokenOf(link_id: string, container: MedusaContainer): string {
  return `${link_id}.${signatureOf(link_id, container)}`
}

/**
 * The random part of a token; null unless the token was signed here, so that
 * what is guessed costs no statement.
 */
export function linkIdIn(
  token: string,
  container: MedusaContainer
): string | null {
  const [, link_id = "", given = ""] =
    /^([\w-]{22})\.([\w-]{22})$/.exec(token) ?? []
  // As text: of the last letter, some bits decode to nothing.
  const signature = Buffer.from(given)
  const right = Buffer.from(signatureOf(link_id, container))
  return signature.length === right.length && timingSafeEqual(signature, right)
    ? link_id
    : null
}

/** The path of the customer's page. */
export function pagePathOf(
  link_id: string,
  container: MedusaContainer
): string {
  return `${PAGE}/${tokenOf(link_id, container)}`
}

/** The whole address of the customer's page; null if the shop's is unknown. */
export function pageUrlOf(
  link_id: string,
  container: MedusaContainer
): string | null {
  const { offers } = container.resolve(FOLLOW_UP_MODULE).settings
  const base = offers.base_url ?? siteAddress(container)
  return base === null ? null : base + pagePathOf(link_id, container)
}

function signatureOf(link_id: string, container: MedusaContainer): string {
  return createHmac("sha256", secretOf(container))
    .update(`follow-ups offer ${link_id}`)
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
