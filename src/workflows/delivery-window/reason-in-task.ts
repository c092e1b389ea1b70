import { z } from "@medusajs/framework/zod"
import { ARRANGE_REASONS } from "../../desk/arrange-delivery"

const arrangeDataSchema = z.object({
  reason: z.enum(ARRANGE_REASONS),
  cause: z.string(),
  wish: z
    .object({
      window_id: z.string(),
      starts_at: z.string(),
      ends_at: z.string(),
      time_zone: z.string(),
    })
    .nullable()
    .default(null),
  attempt: z
    .object({ reason: z.string().nullable(), at: z.string() })
    .optional(),
})

/** What the data of a task says of why a window is to be agreed on. */
export type ArrangeData = z.infer<typeof arrangeDataSchema>

/** @returns null if it says nothing */
export function arrangeDataIn(
  data: Readonly<Record<string, unknown>> | undefined
): ArrangeData | null {
  return arrangeDataSchema.safeParse(data).data ?? null
}
