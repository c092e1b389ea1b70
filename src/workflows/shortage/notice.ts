import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import {
  type DirtyEntity,
  SHORTAGE_MODULE,
  type TakenRecord,
} from "../../modules/shortage"
import { isBusy } from "../../refusals"
import { itemsOfRecords } from "../../shop/inventory-items"
import { linesOfOrders } from "../../shop/ordered-lines"
import { reportError } from "../desk/report-error"
import {
  productsOfRecords,
  refreshCandidates,
} from "./alternatives/refresh-candidates"
import { type Concerned, computeShortages } from "./compute-shortages"
import { endIdleOffers } from "./offers/end-offers"
import { priceOrders } from "./price-orders"
import { syncTasks } from "./sync-tasks"

/** Records in one go. */
const AT_ONCE = 100

/** Orders whose tasks one run makes to fit. */
const MAX_ORDERS = 200

/**
 * Computes what is dirty, and makes the orders' tasks fit it, until nothing is
 * left to do or the time is up. What fails stays dirty and is tried again later.
 */
export async function noticeShortages(
  container: MedusaContainer,
  within_ms: number
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const until = performance.now() + within_ms
  for (;;) {
    const now = clockOf(container).now()
    const taken = await shortage.takeDirty(AT_ONCE, now)
    if (taken.length > 0) {
      await shortage.forgetDirty(await computeAllOrEach(taken, container))
    }
    await syncTasks(await shortage.listOrdersToSync(MAX_ORDERS), container)
    await priceOrders(container)
    if (taken.length < AT_ONCE || performance.now() > until) {
      return
    }
  }
}

/**
 * All at once; if that fails, one by one, so that a record that cannot be
 * computed does not block the others.
 *
 * @returns the records that were computed
 */
async function computeAllOrEach(
  taken: TakenRecord[],
  container: MedusaContainer
): Promise<TakenRecord[]> {
  try {
    await compute(taken, container)
    return taken
  } catch (error) {
    if (isBusy(error)) {
      throw error
    }
    if (taken.length === 1) {
      reportError(
        `what is short could not be computed of ${taken[0]?.key}, and will be tried again`,
        error,
        container
      )
      return []
    }
  }
  const done: TakenRecord[] = []
  for (const record of taken) {
    done.push(...(await computeAllOrEach([record], container)))
  }
  return done
}

async function compute(
  taken: readonly TakenRecord[],
  container: MedusaContainer
): Promise<void> {
  await refreshCandidates(await productsOfRecords(taken, container), container)
  const concerned = await concernedBy(taken, container)
  await computeShortages(concerned, container)
  await endIdleOffers(concerned.order_ids, container)
  await container
    .resolve(SHORTAGE_MODULE)
    .markToPrice(concerned.order_ids, null)
}

async function concernedBy(
  taken: readonly TakenRecord[],
  container: MedusaContainer
): Promise<Concerned> {
  const idsOf = (entity: DirtyEntity) =>
    taken.filter((record) => record.entity === entity).map(({ id }) => id)
  const order_ids = idsOf("order")
  const lines = await linesOfOrders(order_ids, container)
  const found = await itemsOfRecords(
    {
      level_ids: idsOf("level"),
      reservation_ids: idsOf("reservation"),
      line_ids: lines.map(({ id }) => id),
    },
    container
  )
  return { items: [...new Set([...idsOf("item"), ...found])], order_ids }
}
