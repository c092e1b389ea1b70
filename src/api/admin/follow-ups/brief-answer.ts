import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isGranted, type Policy } from "./granted"

/**
 * Tells a caller who may change something but not read it only what it is and
 * which state it is in: each record of the answer is cut down to its `id` and
 * `status`, lists are empty. What was refused is told in full.
 */
export function briefWithout(policy: Policy) {
  return async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    if (!(await isGranted(policy, request))) {
      const answer = response.json.bind(response)
      response.json = (body: unknown) =>
        answer(response.statusCode < 400 ? brief(body) : body)
    }
    next()
  }
}

function brief(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    return []
  }
  if (typeof answer !== "object" || answer === null) {
    return answer
  }
  const entries = Object.entries(answer)
  return "id" in answer
    ? Object.fromEntries(entries.filter(([name]) => TOLD.includes(name)))
    : Object.fromEntries(entries.map(([name, value]) => [name, brief(value)]))
}

const TOLD = ["id", "status", "object", "deleted"]
