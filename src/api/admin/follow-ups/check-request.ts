import {
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { refuseUnstorable } from "../../../refusals"
import { requestRefusal } from "./request-refusal"
import { tellingRefusals } from "./tell-refusals"

/**
 * Validates a body with Medusa's own check; refusals carry a code, path and
 * values.
 */
export function checksBody(body: z.ZodType) {
  return tellingRefusals(validateAndTransformBody(refusing(body)))
}

/** Like `checksBody`, for the query. */
export function checksQuery(query: z.ZodType) {
  return tellingRefusals(validateAndTransformQuery(refusing(query), {}))
}

/**
 * What no route could take is refused before the schema sees it, so that no
 * field has to be guarded by itself.
 *
 * Medusa merges zod's issues into one English text; other errors pass through.
 */
function refusing(schema: z.ZodType): z.ZodType {
  return z.unknown().transform((given) => {
    refuseUnstorable(given)
    const parsed = schema.safeParse(given)
    if (!parsed.success) {
      throw requestRefusal(parsed.error, given)
    }
    return parsed.data
  })
}
