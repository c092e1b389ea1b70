import { z } from "@medusajs/framework/zod"
import { rule } from "../../../../refusals"

/** A year: nobody calls about an older order. */
const MAX_DAYS = 366

const at = z.iso.datetime(rule("not_an_instant", {}))

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
