import { z } from "@medusajs/framework/zod"
import { ARRANGE_REASONS } from "../../desk/arrange-delivery"
import type { Booking } from "../../modules/delivery-window"

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

/**
 * The same as long as it is so: who reopens a task whose window is agreed is not
 * to ask for one.
 *
 * @param booking - the order's active one
 */
export function arrangeDataNow(
  data: Readonly<Record<string, unknown>> | undefined,
  booking: Pick<Booking, "flag"> | null | undefined
): ArrangeData | null {
  return booking && booking.flag === null ? null : arrangeDataIn(data)
}
