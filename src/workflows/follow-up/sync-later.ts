import type { MedusaContainer } from "@medusajs/framework/types"
import { isBusy } from "../../refusals"
import { ordersOfFulfillments } from "../../shop/delivery"
import { deliverOutbox } from "../desk/deliver-outbox"
import { Gatherer } from "../desk/gatherer"
import { patienceOf } from "../desk/patience"
import { syncCustomers } from "../desk/reconciler/sync-customers"
import { syncOrders } from "../desk/reconciler/sync-orders"
import { syncAllOrEach } from "../desk/reconciler/sync-records"
import { reportError } from "../desk/report-error"

type Changed =
  | { entity: "order"; id: string }
  | { entity: "customer"; id: string; announced: boolean }
  /** Syncs the order that it is of. */
  | { entity: "fulfillment"; id: string }

const gatherers = new WeakMap<MedusaContainer, Gatherer<Changed>>()

/**
 * Syncs the tasks of an order, of a customer, or of a fulfillment's order after
 * the shopper has the answer, together with those that change at the same time.
 *
 * Returns at once. A bus that delivers one event after another, as Medusa's
 * Redis bus does by default, would otherwise hold up the events of the whole
 * shop. If it fails because the tables are busy, it is tried again; the
 * reconciler does what a crash prevented.
 */
export function syncLater(changed: Changed, container: MedusaContainer): void {
  gathererOf(container).add(JSON.stringify(changed), changed)
}

/** Waits until everything that `syncLater` was told has been done. */
export async function syncedNow(container: MedusaContainer): Promise<void> {
  await gathererOf(container).rest()
}

function gathererOf(container: MedusaContainer): Gatherer<Changed> {
  const gatherer =
    gatherers.get(container) ??
    new Gatherer<Changed>(
      async (changed) => {
        try {
          await sync(changed, container)
        } catch (error) {
          reportError("records could not be synced", error, container)
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

async function sync(
  changed: Changed[],
  container: MedusaContainer
): Promise<void> {
  const idsOf = (isMeant: (each: Changed) => boolean) =>
    changed.filter(isMeant).map(({ id }) => id)
  const syncCustomersThat = async (announced: boolean) =>
    await syncAllOrEach(
      idsOf(
        (each) => each.entity === "customer" && each.announced === announced
      ),
      (some) => syncCustomers({ customer_ids: some, announced }, container),
      container
    )
  const done = [
    await syncCustomersThat(true),
    await syncCustomersThat(false),
    await syncAllOrEach(
      idsOf(({ entity }) => entity === "order"),
      (some) => syncOrders(some, container),
      container
    ),
    await syncAllOrEach(
      idsOf(({ entity }) => entity === "fulfillment"),
      async (some) =>
        await syncOrders(
          await ordersOfFulfillments(some, container),
          container
        ),
      container
    ),
  ]
  await deliverOutbox(
    done.flatMap(({ event_ids }) => event_ids),
    container
  )
}
