import Medusa from "@medusajs/js-sdk"
import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"
import { Refused } from "./refused"

const BASE_URL = __BACKEND_URL__ || "/"

/** Configured like the dashboard's own client, to share its session. */
export const sdk = new Medusa({
  baseUrl: BASE_URL,
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

export type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>

export type Asked = {
  method?: "POST" | "DELETE"
  body?: object
  query?: Query
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Where the path is; `follow-ups` if omitted. */
  root?: "follow-ups" | "shortages" | "delivery-windows"
}

/**
 * Calls one of the plugin's routes in the SDK's session. The SDK keeps only the
 * message of an error; this also keeps its code, path and values.
 *
 * @throws Refused if the server refuses or fails
 */
export async function fetchAnswer<TAnswer>(
  path: string,
  { method, body, query = {}, headers, signal, root = "follow-ups" }: Asked = {}
): Promise<TAnswer> {
  const isSession = (__AUTH_TYPE__ ?? "session") === "session"
  const token = isSession ? null : await sdk.client.getToken()
  const response = await fetch(urlOf(`/admin/${root}${path}`, query), {
    method,
    body: body && JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(sdk.client.locale && { "x-medusa-locale": sdk.client.locale }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    credentials: isSession ? "include" : "omit",
    signal,
  })
  if (!response.ok) {
    const said: Partial<AdminFollowUpRefusal> = await response
      .json()
      .catch(() => ({}))
    throw new Refused(response, said)
  }
  const answer: TAnswer = await response.json()
  return answer
}

function urlOf(path: string, query: Query): URL {
  const base = new URL(BASE_URL, window.location.origin)
  const url = new URL(base.pathname.replace(/\/$/, "") + path, base.origin)
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((item) => url.searchParams.append(`${name}[]`, item))
    } else if (value !== undefined) {
      url.searchParams.set(name, String(value))
    }
  }
  return url
}
