import Medusa, { FetchError } from "@medusajs/js-sdk"
import { learnServerNow } from "../clock/clock"
import type { Instant } from "../../src/api/admin/follow-ups/types"

/** Set up as the dashboard sets up its own, so that we share its session. */
const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>

/** Asks, and sets the page's clock by the answer. */
export async function ask<TAnswer extends { now: Instant }>(
  path: string,
  query?: Query,
  signal?: AbortSignal
): Promise<TAnswer> {
  const answer = await sdk.client.fetch<TAnswer>(`/admin/follow-ups${path}`, {
    query,
    signal,
  })
  learnServerNow(answer.now)
  return answer
}

/** As `ask`, for answers that carry no clock. */
export function askWithoutClock<TAnswer>(
  path: string,
  query?: Query
): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin/follow-ups${path}`, { query })
}

/** Sends a command; the same `idempotencyKey` again changes nothing. */
export async function send<TAnswer extends { now: Instant }>(
  path: string,
  body: object,
  idempotencyKey: string
): Promise<TAnswer> {
  const answer = await sdk.client.fetch<TAnswer>(`/admin/follow-ups${path}`, {
    method: "POST",
    body,
    headers: { "Idempotency-Key": idempotencyKey },
  })
  learnServerNow(answer.now)
  return answer
}

/** Changes the shop's rules. Saying the same again makes the same rules. */
export function change<TAnswer>(
  path: string,
  body: object,
  query?: Query,
  signal?: AbortSignal
): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin/follow-ups${path}`, {
    method: "POST",
    body,
    query,
    signal,
  })
}

export function remove<TAnswer>(path: string, query?: Query): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin/follow-ups${path}`, {
    method: "DELETE",
    query,
  })
}

/** Asks Medusa itself, for what is not ours. */
export function askMedusa<TAnswer>(
  path: string,
  query?: Query
): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin${path}`, { query })
}

/** The person who is logged in. */
export async function askWhoIAm(): Promise<{ id: string }> {
  const { user } = await sdk.admin.user.me()
  return { id: user.id }
}

/** Whether the server understood and refused, so that asking again is no use. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof FetchError &&
    error.status !== undefined &&
    error.status >= 400 &&
    error.status < 500
  )
}

/** Whether the person who is logged in may not see what was asked for. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FetchError && error.status === 403
}
