import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { rememberLanguageWorkflow } from "../../../../workflows/follow-up/remember-language"
import { userOf } from "../actor"
import { tellingRefusals } from "../tell-refusals"
import type { AdminFollowUpLanguageResponse } from "../types"
import type { TellLanguage } from "../validators"

/**
 * Tells in which language the caller has the dashboard: their notices then are
 * in it. Nothing is remembered of a program.
 */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<TellLanguage>,
    response: MedusaResponse<AdminFollowUpLanguageResponse>
  ) => {
    const { language } = request.validatedBody
    const user_id = userOf(request)
    if (user_id !== null) {
      await rememberLanguageWorkflow(request.scope).run({
        input: { user_id, language },
      })
    }
    response.json({ language })
  }
)
