import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { presentHistory } from "../present-history"
import { taskPresenter } from "../present-tasks"
import type { AdminFollowUpDetailResponse } from "../types"
import { findVisibleTask } from "../visible-to"
import { tellingRefusals } from "../tell-refusals"

/** One task with its attempts and activities. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpDetailResponse>
  ) => {
    const { scope } = request
    const task = await findVisibleTask(request)
    const now = clockOf(scope).now()
    const present = await taskPresenter([task], now, scope)
    response.json({
      follow_up: present(task),
      ...(await presentHistory(task.id, scope)),
      now: now.toISOString(),
    })
  }
)
