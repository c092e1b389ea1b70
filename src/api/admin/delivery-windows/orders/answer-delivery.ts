import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { DELIVERY_WINDOW } from "../../../../policies/follow-ups"
import { Refusal } from "../../../../refusals"
import type { BookWindowInput } from "../../../../workflows/delivery-window/book-window"
import { deliveryOfOrder } from "../../../../workflows/delivery-window/delivery-of-order"
import { userOf } from "../../follow-ups/actor"
import { isGranted } from "../../follow-ups/granted"
import type { BookDeliveryWindow } from "./validators"

/** Whoever makes the windows decides how much is too much. */
export const MAKES_WINDOWS = { resource: DELIVERY_WINDOW, operation: "create" }

/** Where the dashboard reaches this Medusa. */
export function siteOf(
  request: Pick<AuthenticatedMedusaRequest, "protocol" | "get">
): string {
  return `${request.protocol}://${request.get("host") ?? ""}`
}

/** Answers with when the order's courier comes. */
export async function answerDelivery(
  request: AuthenticatedMedusaRequest,
  response: MedusaResponse
): Promise<void> {
  const { scope, params } = request
  response.json({
    delivery: await deliveryOfOrder(
      params.order_id ?? "",
      scope,
      siteOf(request)
    ),
    now: clockOf(scope).now(),
  })
}

/**
 * What a request to book or to move asks for.
 *
 * @throws Refusal for overbooking by somebody who may not
 */
export async function bookingAsked(
  request: AuthenticatedMedusaRequest<BookDeliveryWindow>
): Promise<BookWindowInput> {
  const { window_id, overbook_reason, on_call, despite_call } =
    request.validatedBody
  if (overbook_reason && !(await isGranted(MAKES_WINDOWS, request))) {
    throw new Refusal("overbooking_not_permitted", {
      policies: `${MAKES_WINDOWS.resource}:${MAKES_WINDOWS.operation}`,
    })
  }
  return {
    order_id: request.params.order_id ?? "",
    window_id,
    overbook_reason,
    on_call,
    despite_call,
    actor_id: userOf(request),
  }
}
