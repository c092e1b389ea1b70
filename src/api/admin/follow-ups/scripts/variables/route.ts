import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  FOLLOW_UP_MODULE,
  SCRIPT_VARIABLES,
  scriptVariable,
} from "../../../../../modules/follow-up"
import type { AdminFollowUpScriptVariablesResponse } from "../types"
import { tellingRefusals } from "../../tell-refusals"

/**
 * The variables that a script may use, each with an example; those of
 * extensions come last.
 */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpScriptVariablesResponse>
  ) => {
    const { script_variables } = scope.resolve(FOLLOW_UP_MODULE).settings
    response.json({
      variables: [...SCRIPT_VARIABLES, ...script_variables.map(scriptVariable)],
    })
  }
)
