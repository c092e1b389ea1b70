import type { MedusaContainer } from "@medusajs/framework/types"
import type { OpenWindow } from "../../modules/delivery-window"
import { type Delivery, loadDeliveries } from "../../shop/deliveries"
import { readOnce } from "../desk/read-once"
import { bookedWindow } from "./booked-window"
import { type Offered, offeredNow, openWindowsFor } from "./windows-for-order"

/**
 * Reads for one sheet, or one page: each order's delivery once, and what is the
 * same for all orders once in all.
 */
export type DeliveryReader = {
  offered: Offered
  /** Nothing for an unknown order. */
  delivery(order_id: string): Promise<Delivery | undefined>
  booked(order_id: string): ReturnType<typeof bookedWindow>
  /** Those that may be booked for the order, the earliest first. */
  windows(order_id: string): Promise<OpenWindow[]>
}

export function deliveryReader(container: MedusaContainer): DeliveryReader {
  const offered = offeredNow(container)
  const delivery = readOnce(async (order_id: string) =>
    (await loadDeliveries([order_id], container)).get(order_id)
  )
  return {
    offered,
    delivery,
    booked: readOnce(
      async (order_id: string) => await bookedWindow(order_id, container)
    ),
    windows: readOnce(async (order_id: string) => {
      const found = await delivery(order_id)
      return found
        ? await openWindowsFor(found.shipping_options, found.items, container, {
            offered,
          })
        : []
    }),
  }
}

/**
 * The windows that may be booked for an order, the earliest first.
 *
 * @returns nothing for an unknown order
 */
export async function windowsForOrder(
  order_id: string,
  container: MedusaContainer
): Promise<OpenWindow[]> {
  return await deliveryReader(container).windows(order_id)
}

const readers = new WeakMap<object, DeliveryReader>()

/** @param asked - what a sheet passes to all that is asked for it */
export function readerOf(
  asked: object,
  container: MedusaContainer
): DeliveryReader {
  const reader = readers.get(asked) ?? deliveryReader(container)
  readers.set(asked, reader)
  return reader
}
