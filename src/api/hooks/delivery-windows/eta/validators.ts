import { z } from "@medusajs/framework/zod"
import { REPORT_KINDS } from "../../../../modules/delivery-window"
import { rule } from "../../../../refusals"
import { id, instant } from "../../../admin/follow-ups/validators"

const LONGEST_REASON = 500
const LONGEST_PROOF = 2_000

/** What a courier reports about one order. */
export const ReportDelivery = z
  .strictObject({
    type: z.enum(REPORT_KINDS).default("eta"),
    order_id: id.optional(),
    order_number: z.number().int().min(1).max(2_147_483_647).optional(),
    tracking_number: id.optional(),
    observed_at: instant.optional(),
    eta: instant.optional(),
    delivered_at: instant.optional(),
    reason: z.string().trim().min(1).max(LONGEST_REASON).optional(),
    proof: z.string().trim().min(1).max(LONGEST_PROOF).optional(),
  })
  .refine(
    ({ order_id, order_number, tracking_number }) =>
      order_id !== undefined ||
      order_number !== undefined ||
      tracking_number !== undefined,
    rule("order_missing", {})
  )
  .refine(({ type, eta }) => type !== "eta" || eta !== undefined, {
    path: ["eta"],
    error: rule("field_required", {}),
  })
export type ReportDelivery = z.infer<typeof ReportDelivery>
