import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { tellingRefusals } from "../../tell-refusals"
import { clockOf } from "../../../../../clock"
import { previewScript } from "../../../../../workflows/desk/call-sheet/preview-script"
import { userOf } from "../../actor"
import { isGranted, READ_FOLLOW_UPS } from "../../granted"
import { visibleTo } from "../../visible-to"
import type { AdminFollowUpScriptPreviewResponse } from "../types"
import type { PreviewScript } from "../validators"

/** Renders a script draft with a real order. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<PreviewScript>,
    response: MedusaResponse<AdminFollowUpScriptPreviewResponse>
  ) => {
    const { scope, validatedBody } = request
    const { text, locale, order_id } = validatedBody
    const now = clockOf(scope).now()
    const { rendered, order } = await previewScript(
      text,
      order_id,
      {
        user_id: userOf(request),
        visible_to: await visibleTo(request),
        reads_tasks: await isGranted(READ_FOLLOW_UPS, request),
        locale,
        now,
      },
      scope
    )
    response.json({
      preview: {
        text: rendered.text ?? "",
        faults: rendered.faults,
        order: order && { id: order.id, display_id: order.display_id },
      },
      now: now.toISOString(),
    })
  }
)
