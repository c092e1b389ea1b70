import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type ChangeOfWindows,
  changeWindowsWorkflow,
  tryChange,
} from "../../../../workflows/delivery-window/change-windows"
import { isGranted, READ_DELIVERIES } from "../../follow-ups/granted"
import type { DryRunOrNot } from "../../follow-ups/validators"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowDryRunResponse,
} from "./types"

export type AnswerToChange = MedusaResponse<
  AdminDeliveryWindowChangeResponse | AdminDeliveryWindowDryRunResponse
>

/**
 * Changes what windows are made from, and says whose places are too many; with
 * `dry_run` only says whose would be, and to who may not read it only how many.
 */
export async function answerChange(
  change: ChangeOfWindows,
  request: AuthenticatedMedusaRequest<unknown, DryRunOrNot>,
  response: AnswerToChange
): Promise<void> {
  const { scope, validatedQuery } = request
  if (validatedQuery.dry_run) {
    const { over } = await tryChange(change, scope)
    const may_read = await isGranted(READ_DELIVERIES, request)
    response.json({
      dry_run: { count: over.length, over: may_read ? over : null },
    })
    return
  }
  const { result } = await changeWindowsWorkflow(scope).run({ input: change })
  response.json({
    id: result.id ?? "",
    over: result.over.map(({ id, order_id }) => ({ booking_id: id, order_id })),
  })
}
