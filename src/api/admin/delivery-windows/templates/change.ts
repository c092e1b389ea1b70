import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type ChangeOfWindows,
  changeWindowsWorkflow,
  tryChange,
} from "../../../../workflows/delivery-window/change-windows"
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
 * `dry_run` only says whose would be.
 */
export async function answerChange(
  change: ChangeOfWindows,
  {
    scope,
    validatedQuery,
  }: Pick<
    AuthenticatedMedusaRequest<unknown, DryRunOrNot>,
    "scope" | "validatedQuery"
  >,
  response: AnswerToChange
): Promise<void> {
  if (validatedQuery.dry_run) {
    response.json({ dry_run: await tryChange(change, scope) })
    return
  }
  const { result } = await changeWindowsWorkflow(scope).run({ input: change })
  response.json({
    id: result.id ?? "",
    over: result.over.map(({ id, order_id }) => ({ booking_id: id, order_id })),
  })
}
