import { z } from "@medusajs/framework/zod"
import { instant } from "../validators"

/** A year: nobody calls about an older order. */
const MAX_DAYS = 366

const at = instant.transform((date) => date.toISOString())

export const LookBack = z.strictObject({
  days: z.number().int().min(1).max(MAX_DAYS),
  dry_run: z.boolean().default(false),
  after: z
    .strictObject({
      entity: z.enum(["order", "customer"]),
      since: at,
      until: at,
      skip: z.number().int().min(0),
    })
    .optional(),
})
export type LookBack = z.infer<typeof LookBack>
