import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../clock"
import {
  parseCalendar,
  previewCalendar,
} from "../../../../../modules/follow-up"
import type { AdminFollowUpCalendarPreviewResponse } from "../types"
import type { PreviewCalendar } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** The next six weeks of a calendar that has not been saved. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<PreviewCalendar>,
    response: MedusaResponse<AdminFollowUpCalendarPreviewResponse>
  ) => {
    const now = clockOf(request.scope).now()
    const preview = previewCalendar(
      parseCalendar(request.validatedBody.definition),
      now
    )
    response.json({
      preview: {
        ...preview,
        from: preview.from.toISOString(),
        to: preview.to.toISOString(),
        windows: preview.windows.map(({ start, end }) => ({
          start: start.toISOString(),
          end: end.toISOString(),
        })),
      },
      now: now.toISOString(),
    })
  }
)
