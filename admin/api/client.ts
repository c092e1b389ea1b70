import { learnServerNow } from "../clock/clock"
import type { Instant } from "../../src/api/admin/follow-ups/types"
import { fetchAnswer, type Query, sdk } from "./fetch-answer"

/** Asks, and sets the page's clock by the answer. */
export async function ask<TAnswer extends { now: Instant }>(
  path: string,
  query?: Query,
  signal?: AbortSignal
): Promise<TAnswer> {
  const answer = await fetchAnswer<TAnswer>(path, {
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
  return fetchAnswer<TAnswer>(path, { query })
}

/** Sends a command; the same `idempotencyKey` again changes nothing. */
export async function send<TAnswer extends { now: Instant }>(
  path: string,
  body: object,
  idempotencyKey: string
): Promise<TAnswer> {
  const answer = await fetchAnswer<TAnswer>(path, {
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
  return fetchAnswer<TAnswer>(path, {
    method: "POST",
    body,
    query,
    signal,
  })
}

export function remove<TAnswer>(path: string, query?: Query): Promise<TAnswer> {
  return fetchAnswer<TAnswer>(path, {
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

export { isForbidden, isRefusal } from "./refused"
