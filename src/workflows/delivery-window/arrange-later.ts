import type { MedusaContainer } from "@medusajs/framework/types"
import { isBusy } from "../../refusals"
import { Gatherer } from "../desk/gatherer"
import { patienceOf } from "../desk/patience"
import { reportError } from "../desk/report-error"
import { arrangeDelivery } from "./arrange-delivery"

const gatherers = new WeakMap<MedusaContainer, Gatherer<string>>()

/**
 * Makes an order's booking and task fit the order after the shopper has the
 * answer, together with orders that change at the same time.
 *
 * Returns at once. If the tables are busy, it is tried again; the reconciler
 * does what a crash prevented.
 */
export function arrangeLater(
  order_id: string,
  container: MedusaContainer
): void {
  gathererOf(container).add(order_id, order_id)
}

/** Waits until everything that `arrangeLater` was told has been done. */
export async function arrangedNow(container: MedusaContainer): Promise<void> {
  await gathererOf(container).rest()
}

function gathererOf(container: MedusaContainer): Gatherer<string> {
  const gatherer =
    gatherers.get(container) ??
    new Gatherer<string>(
      async (order_ids) => {
        try {
          await arrangeDelivery(order_ids, container)
        } catch (error) {
          reportError("deliveries could not be arranged", error, container)
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

/**
 * The same at once, for whoever waits for the task. What was done is done even
 * if this fails; the reconciler goes on with it.
 */
export async function arrangeNow(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  try {
    await arrangeDelivery([order_id], container)
  } catch (error) {
    reportError(
      `the task about the delivery of ${order_id} does not fit yet`,
      error,
      container
    )
  }
}
