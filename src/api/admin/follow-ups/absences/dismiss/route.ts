import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { dismissAbsencesWorkflow } from "../../../../../workflows/follow-up/dismiss-absences"
import { tellingRefusals } from "../../tell-refusals"
import type { AdminFollowUpAbsenceListResponse } from "../types"

/** Dismisses what was left out so far; later absences are listed again. */
export const POST = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpAbsenceListResponse>
  ) => {
    await dismissAbsencesWorkflow(scope).run({ input: {} })
    response.json({ absences: [] })
  }
)
