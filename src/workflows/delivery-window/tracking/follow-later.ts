import type { MedusaContainer } from "@medusajs/framework/types"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"
import { isBusy } from "../../../refusals"
import { ordersOfFulfillments } from "../../../shop/delivery"
import { Gatherer } from "../../desk/gatherer"
import { patienceOf } from "../../desk/patience"
import { reportError } from "../../desk/report-error"
import { reportsOfOrders } from "./follow-parcels"
import { reportDelivery } from "./report-delivery"

const gatherers = new WeakMap<MedusaContainer, Gatherer<string>>()

/**
 * Lets the bookings of a fulfillment's order follow it, together with those
 * that change at the same time. Returns at once; the reconciler does what a
 * crash prevented.
 */
export function followLater(
  fulfillment_id: string,
  container: MedusaContainer
): void {
  gathererOf(container).add(fulfillment_id, fulfillment_id)
}

/** Waits until everything that `followLater` was told has been done. */
export async function followedNow(container: MedusaContainer): Promise<void> {
  await gathererOf(container).rest()
}

/** Lets the bookings of these orders follow what Medusa knows of their parcels. */
export async function followOrders(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  const booked = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({ order_ids: [...order_ids] })
  if (booked.length > 0) {
    const ids = [...new Set(booked.flatMap(({ order_id }) => order_id ?? []))]
    await reportDelivery(await reportsOfOrders(ids, container), container)
  }
}

function gathererOf(container: MedusaContainer): Gatherer<string> {
  const gatherer =
    gatherers.get(container) ??
    new Gatherer<string>(
      async (fulfillment_ids) => {
        try {
          await followOrders(
            await ordersOfFulfillments(fulfillment_ids, container),
            container
          )
        } catch (error) {
          reportError("parcels could not be followed", error, container)
          if (isBusy(error)) {
            throw error
          }
        }
      },
      () => patienceOf(container)
    )
  gatherers.set(container, gatherer)
  return gatherer
}
