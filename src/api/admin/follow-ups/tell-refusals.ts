import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { isRefusal, type ToldRefusal } from "../../../refusals"
import type { AdminFollowUpRefusal } from "./types"

const STATUS: Readonly<Record<string, number>> = {
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.UNAUTHORIZED]: 401,
  [MedusaError.Types.FORBIDDEN]: 403,
  [MedusaError.Types.UNEXPECTED_STATE]: 503,
}

/**
 * Wraps a handler or middleware so that a refusal is returned with its path and
 * values, which Medusa's own error handler omits. A plugin cannot bring an
 * error handler: it would replace the one of the whole shop.
 */
export function tellingRefusals<
  TRequest extends AuthenticatedMedusaRequest | MedusaRequest,
  TResponse extends MedusaResponse,
>(
  handler: (
    request: TRequest,
    response: TResponse,
    next: MedusaNextFunction
  ) => Promise<void> | void
) {
  return async (
    request: TRequest,
    response: TResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const pass = (error?: unknown) =>
      isRefusal(error) ? tell(error, request, response) : next(error)
    try {
      await handler(request, response, pass)
    } catch (error) {
      pass(error)
    }
  }
}

function tell(
  refusal: ToldRefusal,
  { scope }: Pick<MedusaRequest, "scope">,
  response: MedusaResponse
): void {
  const { further = [] } = refusal
  // The message may contain what a customer said, such as a phone number.
  scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`follow-ups: refused: ${refusal.code} ${refusal.path.join(".")}`)
  const answer: AdminFollowUpRefusal = {
    ...answerOf(refusal),
    ...(further.length > 0 && { further: further.map(answerOf) }),
  }
  response.status(STATUS[refusal.type] ?? 400).json(answer)
}

function answerOf({ type, code, message, path, values }: ToldRefusal) {
  return { type, code, message, path, values }
}
