import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { returnMoneyWorkflow } from "../../../../../../workflows/shortage/settlement"
import { userOf } from "../../../../follow-ups/actor"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminReturnMoneyResponse } from "../../../types"
import type { ReturnMoney } from "../../../validators"

/** Returns what an order owes, by refunds of what was captured. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ReturnMoney>,
    response: MedusaResponse<AdminReturnMoneyResponse>
  ) => {
    const { scope, validatedBody, params } = request
    const { result } = await returnMoneyWorkflow(scope).run({
      input: {
        ...validatedBody,
        order_id: params.order_id ?? "",
        actor_id: userOf(request),
      },
    })
    response.json({ refund: result })
  }
)
