import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { exportPins } from "../../../../../workflows/shortage/alternatives/export-pins"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { AdminPinsExportResponse } from "../../types"

/** All pinned pairs, as a file that can be imported. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminPinsExportResponse>
  ) => {
    response.json(await exportPins(scope))
  }
)
