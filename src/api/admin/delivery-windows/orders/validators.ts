import { z } from "@medusajs/framework/zod"
import { despite_call, id } from "../../follow-ups/validators"

const LONGEST_REASON = 500

const reason = z.string().trim().min(1).max(LONGEST_REASON)

export const BookDeliveryWindow = z.strictObject({
  window_id: id,
  overbook_reason: reason.nullish(),
  on_call: z.boolean().optional(),
  despite_call,
})
export type BookDeliveryWindow = z.infer<typeof BookDeliveryWindow>

export const MoveDeliveryBooking = BookDeliveryWindow.extend({
  agreed_by: z.enum(["agent", "shop"]).default("agent"),
})
export type MoveDeliveryBooking = z.infer<typeof MoveDeliveryBooking>

export const ReleaseDeliveryBooking = z.strictObject({ reason })
export type ReleaseDeliveryBooking = z.infer<typeof ReleaseDeliveryBooking>
