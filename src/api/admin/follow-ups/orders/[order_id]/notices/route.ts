import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../../clock"
import { readOrderNotices } from "../../../../../../workflows/desk/order-notices"
import {
  presentComingLater,
  presentNotice,
} from "../../../present-order-notices"
import { tellingRefusals } from "../../../tell-refusals"
import type { AdminFollowUpOrderNoticesResponse } from "../../../types"

/** Why this order had better not be packed. */
export const GET = tellingRefusals(
  async (
    { params, scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpOrderNoticesResponse>
  ) => {
    const { notices, coming_later, still_short } = await readOrderNotices(
      params.order_id ?? "",
      scope
    )
    response.json({
      order_notices: notices.map(presentNotice),
      coming_later: coming_later && coming_later.map(presentComingLater),
      still_short,
      now: clockOf(scope).now().toISOString(),
    })
  }
)
