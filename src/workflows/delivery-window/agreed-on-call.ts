import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { clockOf } from "../../clock"
import {
  type AgreedOnCall,
  DELIVERY_WINDOW_MODULE,
} from "../../modules/delivery-window"
import { recordDeed } from "../follow-up/record-deed"
import { arrangeNow } from "./arrange-later"
import { windowKept } from "./fit-task"
import { otherWindowAgreed } from "./tracking/sync-delays"

const agreedSchema: z.ZodType<AgreedOnCall> = z.object({
  order_id: z.string(),
  booking_id: z.string(),
  user_id: z.string(),
})

/**
 * Tells a call that a window was agreed on in it: the customer was reached, and
 * the order's tasks are done. Done again, it changes nothing.
 *
 * @param data - of the item that was committed with the booking
 * @throws whatever keeps the call from being told; the item is tried again then
 */
export async function tellCallOfWindow(
  data: object,
  container: MedusaContainer
): Promise<void> {
  const { order_id, booking_id, user_id } = agreedSchema.parse(data)
  // Before the tasks are closed, so that it is part of the call.
  const at = clockOf(container).now()
  await recordDeed({ order_id, at }, user_id, container)
  await arrangeNow(order_id, container)
  const [booking] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({ booking_ids: [booking_id] })
  if (booking) {
    await otherWindowAgreed(booking, user_id, container)
    await windowKept(booking, user_id, container)
  }
}
