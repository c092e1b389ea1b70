import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { tellingRefusals } from "../tell-refusals"
import type { AdminFollowUpAbsenceListResponse } from "./types"

/** What was left out after absences of the plugin, until it is dismissed. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpAbsenceListResponse>
  ) => {
    const absences = await scope.resolve(FOLLOW_UP_MODULE).listAbsences()
    response.json({
      absences: absences.map(({ id, entity, records, from, to }) => ({
        id,
        entity,
        records,
        left_out_from: from.toISOString(),
        left_out_to: to.toISOString(),
      })),
    })
  }
)
