import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Refusal } from "../../../refusals"
import { isGranted } from "../follow-ups/granted"

/** The same policy as Medusa's own route for it. */
const CAPTURE = { resource: "capture", operation: "create" }

/** @throws Refusal `not_permitted` if payments are to be captured by who may not */
export async function refuseCapture(
  request: AuthenticatedMedusaRequest<{ capture_first?: boolean }>
): Promise<void> {
  if (
    request.validatedBody.capture_first &&
    !(await isGranted(CAPTURE, request))
  ) {
    throw new Refusal("not_permitted", {
      policies: `${CAPTURE.resource}:${CAPTURE.operation}`,
    })
  }
}
