import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Refusal } from "../../../../../../refusals"
import { settleShortageWorkflow } from "../../../../../../workflows/shortage/settlement"
import { userOf } from "../../../../follow-ups/actor"
import { isGranted } from "../../../../follow-ups/granted"
import { tellingRefusals } from "../../../../follow-ups/tell-refusals"
import type { AdminShortageSettlementResponse } from "../../../types"
import type { SettleShortage } from "../../../validators"

/** The same policy as Medusa's own route for it. */
const CAPTURE = { resource: "capture", operation: "create" }

/** Carries out what was agreed about a line that is short. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SettleShortage>,
    response: MedusaResponse<AdminShortageSettlementResponse>
  ) => {
    const { scope, validatedBody, params } = request
    if (validatedBody.capture_first && !(await isGranted(CAPTURE, request))) {
      throw new Refusal("not_permitted", {
        policies: `${CAPTURE.resource}:${CAPTURE.operation}`,
      })
    }
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
