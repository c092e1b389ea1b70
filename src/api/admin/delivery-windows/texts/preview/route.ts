import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { previewText } from "../../../../../workflows/delivery-window/messages/change-texts"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { AdminDeliveryTextPreviewResponse } from "../types"
import type { PreviewText } from "../../message-validators"

/** Fills in a draft, with an order or with examples. */
export const POST = tellingRefusals(
  async (
    { scope, validatedBody }: AuthenticatedMedusaRequest<PreviewText>,
    response: MedusaResponse<AdminDeliveryTextPreviewResponse>
  ) => {
    const { language, order_id, ...draft } = validatedBody
    const { subject, body } = await previewText(
      draft,
      language,
      order_id,
      scope
    )
    response.json({
      preview: {
        subject: subject.text ?? "",
        body: body.text ?? "",
        subject_faults: subject.faults,
        body_faults: body.faults,
      },
    })
  }
)
