import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../../../clock"
import { readOrderNotices } from "../../../../../../workflows/desk/order-notices"
import { tellingRefusals } from "../../../tell-refusals"
import type { AdminFollowUpOrderNoticesResponse } from "../../../types"

/** Why this order had better not be packed. */
export const GET = tellingRefusals(
  async (
    { params, scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpOrderNoticesResponse>
  ) => {
    const { notices, coming_later } = await readOrderNotices(
      params.order_id ?? "",
      scope
    )
    response.json({
      order_notices: notices.map(({ label, level, task }) => ({
        label: { ...label },
        level,
        task_id: task.id,
        task_type: task.type,
        attempt_count: task.attempt_count,
      })),
      coming_later:
        coming_later &&
        coming_later.map(({ expected_at, ...line }) => ({
          ...line,
          expected_at: expected_at?.toISOString() ?? null,
        })),
      now: clockOf(scope).now().toISOString(),
    })
  }
)
