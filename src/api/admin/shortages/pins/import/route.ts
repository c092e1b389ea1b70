import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { importPinsWorkflow } from "../../../../../workflows/shortage/alternatives/pin-alternatives"
import { userOf } from "../../../follow-ups/actor"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { AdminPinsImportResponse } from "../../types"
import type { ImportPins } from "../../validators"

/** Pins the pairs of a file, all or none. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ImportPins>,
    response: MedusaResponse<AdminPinsImportResponse>
  ) => {
    const { scope, validatedBody } = request
    const { result } = await importPinsWorkflow(scope).run({
      input: { ...validatedBody, actor_id: userOf(request) },
    })
    response.json(result)
  }
)
