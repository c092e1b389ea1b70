import { learnServerNow } from "../clock/clock"
import type { AdminFollowUpDryRunResponse } from "../../src/api/admin/follow-ups/calendars/types"
import type { Instant } from "../../src/api/admin/follow-ups/types"
import { fetchAnswer, type Query, sdk } from "./fetch-answer"

/** Sends a request, and sets the page's clock from the answer. */
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

/** Like `ask`, with what is asked for in the body, which is not logged. */
export async function askInBody<TAnswer extends { now: Instant }>(
  path: string,
  body: object,
  signal?: AbortSignal
): Promise<TAnswer> {
  const answer = await fetchAnswer<TAnswer>(path, {
    method: "POST",
    body,
    signal,
  })
  learnServerNow(answer.now)
  return answer
}

/** Like `ask`, for answers without a server time. */
export function askWithoutClock<TAnswer>(
  path: string,
  query?: Query
): Promise<TAnswer> {
  return fetchAnswer<TAnswer>(path, { query })
}

/**
 * Sends a command; repeating it with the same `idempotencyKey` has no effect.
 */
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

/** Changes the shop's rules. Needs no key: it is idempotent. */
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

/** Sends a request to Medusa's own API. */
export function askMedusa<TAnswer>(
  path: string,
  query?: Query
): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin${path}`, { query })
}

/** Changes a record by Medusa's own API. */
export function changeMedusa<TAnswer>(
  path: string,
  body: object = {}
): Promise<TAnswer> {
  return sdk.client.fetch<TAnswer>(`/admin${path}`, { method: "POST", body })
}

/** The logged-in user. */
export async function askWhoIAm(): Promise<{ id: string }> {
  const { user } = await sdk.admin.user.me()
  return { id: user.id }
}

/** The effect of a change that was only tried. */
export async function dryRunIn(answer: Promise<AdminFollowUpDryRunResponse>) {
  return (await answer).dry_run
}

export { isForbidden, isRefusal } from "./refused"
