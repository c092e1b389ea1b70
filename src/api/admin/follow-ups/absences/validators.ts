import { z } from "@medusajs/framework/zod"

/** A year: nobody calls about an older order. */
const MAX_DAYS = 366

export const LookBack = z.strictObject({
  days: z.number().int().min(1).max(MAX_DAYS),
  dry_run: z.boolean().default(false),
})
export type LookBack = z.infer<typeof LookBack>
