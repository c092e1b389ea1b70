import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Refusal } from "../../refusals"

const WINDOW_MS = 60_000

/** Requests from one address in a minute, in each process. */
export const REQUESTS_A_MINUTE = 60

/** Addresses that are remembered; of more, the oldest are forgotten. */
const REMEMBERED = 10_000

/** Counts requests by whom they come from, a minute at a time. */
export class RequestCounter {
  private counted = new Map<string, { since: number; requests: number }>()

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @returns the seconds to wait, 0 if this one is within the limit */
  count(from: string, limit: number): number {
    const now = this.now()
    const known = this.counted.get(from)
    if (!known || now - known.since >= WINDOW_MS) {
      this.counted.delete(from)
      this.counted.set(from, { since: now, requests: 1 })
      this.forgetOldest()
      return 0
    }
    known.requests += 1
    return known.requests > limit
      ? Math.ceil((known.since + WINDOW_MS - now) / 1_000)
      : 0
  }

  private forgetOldest(): void {
    const [oldest] = this.counted.keys()
    if (this.counted.size > REMEMBERED && oldest !== undefined) {
      this.counted.delete(oldest)
    }
  }
}

const counter = new RequestCounter()

/**
 * Middleware that answers an address which asks too often with 429. A token is
 * too long to be guessed; this keeps trying from costing the shop anything.
 */
export function limitsRate(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction
): void {
  limit(addressOf(request), request, response, next)
}

/**
 * The same for each cart by itself: a storefront that renders on its server asks
 * for all its shoppers from one address.
 */
export function limitsRateOfCart(
  request: MedusaRequest<{ cart_id?: string }, { cart_id?: string }>,
  response: MedusaResponse,
  next: MedusaNextFunction
): void {
  const cart_id =
    request.validatedQuery.cart_id ?? request.validatedBody.cart_id ?? ""
  limit(`${addressOf(request)} ${cart_id}`, request, response, next)
}

function limit(
  from: string,
  { originalUrl }: Pick<MedusaRequest, "originalUrl">,
  response: MedusaResponse,
  next: MedusaNextFunction
): void {
  const wait_s = counter.count(from, REQUESTS_A_MINUTE)
  if (wait_s === 0) {
    next()
    return
  }
  response.status(429).set("Retry-After", `${wait_s}`)
  if (originalUrl.startsWith("/store/")) {
    // A storefront reads every answer as JSON, and every error by its code.
    const { type, code, message, path, values } = new Refusal(
      "too_many_requests",
      { wait_s }
    )
    response.json({ type, code, message, path, values })
  } else {
    response
      .type("text/plain")
      .send("Too many requests. Please try again in a minute.")
  }
}

/** As Medusa finds it behind a proxy, which its type of a request lacks. */
function addressOf(request: MedusaRequest): string {
  const context: unknown = Reflect.get(request, "request_context")
  const address: unknown = Object(context).ip_address
  return typeof address === "string" ? address : (request.ip ?? "")
}
