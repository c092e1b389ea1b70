import { z } from "@medusajs/framework/zod"
import { id } from "../../admin/follow-ups/validators"

const date = z.iso.date()

export const ListDeliveryWindows = z.strictObject({
  cart_id: id,
  from: date.optional(),
  to: date.optional(),
})
export type ListDeliveryWindows = z.infer<typeof ListDeliveryWindows>

export const HoldDeliveryWindow = z.strictObject({ cart_id: id, window_id: id })
export type HoldDeliveryWindow = z.infer<typeof HoldDeliveryWindow>

export const OfCart = z.strictObject({ cart_id: id })
export type OfCart = z.infer<typeof OfCart>

export const MoveDelivery = z.strictObject({ window_id: id })
export type MoveDelivery = z.infer<typeof MoveDelivery>
