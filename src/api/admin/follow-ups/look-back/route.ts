import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { lookBackWorkflow } from "../../../../workflows/follow-up/look-back"
import type { AdminFollowUpLookBackResponse } from "../absences/types"
import type { LookBack } from "../absences/validators"
import { tellingRefusals } from "../tell-refusals"

/**
 * Opens what orders and customers of the last `days` should have opened and did
 * not, or with `dry_run` only tells what it would open; a part of it, in some
 * seconds. The next request goes on with its `next` as `after`.
 */
export const POST = tellingRefusals(
  async (
    { scope, validatedBody }: AuthenticatedMedusaRequest<LookBack>,
    response: MedusaResponse<AdminFollowUpLookBackResponse>
  ) => {
    const { dry_run } = validatedBody
    const { result } = await lookBackWorkflow(scope).run({
      input: validatedBody,
    })
    response.json({ look_back: { dry_run, ...result } })
  }
)
