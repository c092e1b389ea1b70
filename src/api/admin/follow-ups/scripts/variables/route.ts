import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SCRIPT_VARIABLES } from "../../../../../modules/follow-up"
import type { AdminFollowUpScriptVariablesResponse } from "../types"
import { tellingRefusals } from "../../tell-refusals"

/** The variables that a script may use, each with an example. */
export const GET = tellingRefusals(
  async (
    _: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpScriptVariablesResponse>
  ) => {
    response.json({ variables: [...SCRIPT_VARIABLES] })
  }
)
