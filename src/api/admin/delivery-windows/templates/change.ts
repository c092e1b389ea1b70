import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type ChangeOfWindows,
  changeWindowsWorkflow,
} from "../../../../workflows/delivery-window/change-windows"
import type { AdminDeliveryWindowChangeResponse } from "./types"

/** Changes what windows are made from, and says whose places are too many. */
export async function answerChange(
  change: ChangeOfWindows,
  { scope }: Pick<AuthenticatedMedusaRequest, "scope">,
  response: MedusaResponse<AdminDeliveryWindowChangeResponse>
): Promise<void> {
  const { result } = await changeWindowsWorkflow(scope).run({ input: change })
  response.json({
    id: result.id ?? "",
    over: result.over.map(({ id, order_id }) => ({ booking_id: id, order_id })),
  })
}
