import {
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { requestRefusal } from "./request-refusal"
import { tellingRefusals } from "./tell-refusals"

/** Medusa's own check of a body, which refuses with a code, a path and values. */
export function checksBody(body: z.ZodType) {
  return tellingRefusals(validateAndTransformBody(refusing(body)))
}

/** As `checksBody`, of a query. */
export function checksQuery(query: z.ZodType) {
  return tellingRefusals(validateAndTransformQuery(refusing(query), {}))
}

/** Medusa makes one English text of what zod finds; it lets other errors pass. */
function refusing(schema: z.ZodType): z.ZodType {
  return z.unknown().transform((given) => {
    const parsed = schema.safeParse(given)
    if (!parsed.success) {
      throw requestRefusal(parsed.error, given)
    }
    return parsed.data
  })
}
