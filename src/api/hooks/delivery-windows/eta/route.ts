import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { takeCouriersReport } from "../../../../workflows/delivery-window/tracking/take-couriers-report"
import { tellingRefusals } from "../../../admin/follow-ups/tell-refusals"
import type { ReportDeliveryResponse } from "./types"
import type { ReportDelivery } from "./validators"
import { messageOf } from "./verify-signature"

/** Takes what a courier reports, once. */
export const POST = tellingRefusals(
  async (
    request: MedusaRequest<ReportDelivery>,
    response: MedusaResponse<ReportDeliveryResponse>
  ) => {
    const { scope, validatedBody } = request
    const message = messageOf(request)
    const { type, eta, observed_at, ...said } = validatedBody
    const report = await takeCouriersReport(
      {
        message_id: message.id,
        kind: type,
        order_id: said.order_id ?? null,
        order_number: said.order_number ?? null,
        tracking_number: said.tracking_number ?? null,
        observed_at: observed_at ?? message.sent_at,
        is_observed_as_sent: observed_at === undefined,
        expected_at: eta ?? null,
        delivered_at: said.delivered_at ?? null,
        reason: said.reason ?? null,
        proof: said.proof ?? null,
        now: clockOf(scope).now(),
      },
      scope
    )
    response.json({ report })
  }
)
