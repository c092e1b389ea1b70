import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { WebhookVerificationError } from "standardwebhooks"
import { Refusal } from "../../../../refusals"
import { webhookOf } from "./webhook"

/** Each is kept, in an index. */
const LONGEST_ID = 255

/**
 * Middleware that lets through what was signed with the shop's secret within the
 * last five minutes. It comes first: who has not shown who they are learns
 * nothing of what a report may have.
 *
 * @throws Refusal `webhook_off` without a secret, and `webhook_unsigned` for a
 * wrong or missing signature and an old message
 */
export function verifiesSignature(
  request: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { webhook_secret } =
    request.scope.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  if (webhook_secret === null) {
    throw new Refusal("webhook_off", {})
  }
  if (headerOf(request, "webhook-id").length > LONGEST_ID) {
    throw new Refusal("webhook_unsigned", {
      reason: `the webhook-id is longer than ${LONGEST_ID} characters`,
    })
  }
  try {
    webhookOf(webhook_secret).verify(
      textOf(request.rawBody),
      {
        "webhook-id": headerOf(request, "webhook-id"),
        "webhook-timestamp": headerOf(request, "webhook-timestamp"),
        "webhook-signature": headerOf(request, "webhook-signature"),
      },
      // Medusa has parsed it; this is about the bytes.
      { jsonParse: false }
    )
  } catch (error) {
    if (error instanceof WebhookVerificationError) {
      throw new Refusal("webhook_unsigned", { reason: error.message })
    }
    throw error
  }
  next()
}

/**
 * The id of a verified message, which its sender repeats when they send it
 * again, and when it was sent.
 */
export function messageOf(request: MedusaRequest): {
  id: string
  sent_at: Date
} {
  const seconds = Number.parseInt(headerOf(request, "webhook-timestamp"), 10)
  return {
    id: headerOf(request, "webhook-id"),
    sent_at: new Date(seconds * 1_000),
  }
}

function headerOf({ headers }: MedusaRequest, name: string): string {
  const value = headers[name]
  return typeof value === "string" ? value : ""
}

function textOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString("utf8") : ""
}
