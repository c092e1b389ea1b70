import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { settleShortageWorkflow } from "../../../../../../workflows/shortage/settlement"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import { refuseCapture } from "../../../refuse-capture"
import type { AdminShortageSettlementResponse } from "../../../types"
import type { SettleShortage } from "../../../validators"

/** Carries out what was agreed about a line that is short. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SettleShortage>,
    response: MedusaResponse<AdminShortageSettlementResponse>
  ) => {
    const { scope, validatedBody, params } = request
    await refuseCapture(request)
    const { result } = await settleShortageWorkflow(scope).run({
      input: {
        ...validatedBody,
        order_id: params.order_id ?? "",
        actor_id: userOf(request),
      },
    })
    response.json({ settlement: result })
  }
)
