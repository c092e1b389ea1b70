import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SCRIPT_VARIABLES } from "../../../../../modules/follow-up"
import type { AdminFollowUpScriptVariablesResponse } from "../types"

/** What a script may say, each with an example. */
export const GET = async (
  _: AuthenticatedMedusaRequest,
  response: MedusaResponse<AdminFollowUpScriptVariablesResponse>
) => {
  response.json({ variables: [...SCRIPT_VARIABLES] })
}
