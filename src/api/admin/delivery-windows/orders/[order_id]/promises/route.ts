import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { DELIVERY_WINDOW_MODULE } from "../../../../../../modules/delivery-window"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminDeliveryPromiseListResponse } from "../../../texts/types"

/** Every time that the customer of an order was told, and whether it was kept. */
export const GET = tellingRefusals(
  async (
    { scope, params }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryPromiseListResponse>
  ) => {
    const promises = await scope
      .resolve(DELIVERY_WINDOW_MODULE)
      .readPromises(params.order_id ?? "")
    response.json({
      promises: promises.map((promised) => ({
        id: promised.id,
        kind: promised.kind,
        from_at: promised.from_at?.toISOString() ?? null,
        to_at: promised.to_at.toISOString(),
        channel: promised.channel,
        told_at: promised.told_at?.toISOString() ?? null,
        kept: promised.kept,
        replaced_at: promised.replaced_at?.toISOString() ?? null,
        message: promised.message,
        not_sent: promised.not_sent,
      })),
    })
  }
)
