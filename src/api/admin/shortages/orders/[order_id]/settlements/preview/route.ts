import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { previewSettlement } from "../../../../../../../workflows/shortage/settlement"
import { userOf } from "../../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../../follow-ups/tell-refusals"
import type { AdminShortageSettlementResponse } from "../../../../types"
import type { SettleShortage } from "../../../../validators"

/** What a settlement would come to; nothing is changed. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SettleShortage>,
    response: MedusaResponse<AdminShortageSettlementResponse>
  ) => {
    const { scope, validatedBody, params } = request
    response.json({
      settlement: await previewSettlement(
        {
          ...validatedBody,
          order_id: params.order_id ?? "",
          actor_id: userOf(request),
        },
        scope
      ),
    })
  }
)
