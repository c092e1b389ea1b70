import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import type {
  CarrierParcel,
  CarrierReport,
  DeliveryCarrier,
} from "../../../desk/delivery-carrier"
import {
  DELIVERY_WINDOW_MODULE,
  type Report,
} from "../../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { loadParcels } from "../../../shop/parcels"
import { reportError } from "../../desk/report-error"
import { withTimeout } from "../../desk/with-timeout"
import { reportDelivery } from "../tracking/report-delivery"
import { ordersOnTheWay } from "../tracking/on-the-way"
import { carriersOf } from "./carriers"

/** For one answer of a carrier. */
const ANSWER_MS = 5_000

/** For all that one call asks; what is left is asked the next time. */
const ASK_MS = 20_000

const MOST_POLLED = 100

/**
 * Asks carriers what became of parcels whose window is near or past, each once
 * in `poll_minutes`, whatever the number of instances. No transaction is open
 * while a carrier is asked. One that gives no answer delays nothing else.
 */
export async function pollCarriers(container: MedusaContainer): Promise<void> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  const due: DeliveryCarrier[] = []
  for (const carrier of carriersOf()) {
    if (await module.takeTurn(carrier.carrier, delivery_windows.poll_minutes)) {
      due.push(carrier)
    }
  }
  if (due.length === 0) {
    return
  }
  const until = performance.now() + ASK_MS
  for await (const order_ids of ordersOnTheWay(container)) {
    const parcels = (await loadParcels(order_ids, container)).flatMap(
      ({ order_id, provider_id, tracking_numbers, delivered_at }) =>
        delivered_at
          ? []
          : tracking_numbers.map((tracking_number) => ({
              tracking_number,
              order_id,
              provider_id,
            }))
    )
    await Promise.all(
      due.map(async (carrier) => {
        await pollCarrier(
          carrier,
          parcels.filter((parcel) => carrier.carries(parcel)),
          until,
          container
        )
      })
    )
    if (performance.now() >= until) {
      break
    }
  }
}

async function pollCarrier(
  carrier: DeliveryCarrier,
  parcels: readonly CarrierParcel[],
  until: number,
  container: MedusaContainer
): Promise<void> {
  const most = carrier.most_polled ?? MOST_POLLED
  for (
    let from = 0;
    from < parcels.length && performance.now() < until;
    from += most
  ) {
    const asked = parcels.slice(from, from + most)
    try {
      const reports = await withTimeout(
        carrier.poll(asked, AbortSignal.timeout(ANSWER_MS)),
        ANSWER_MS,
        `it gave no answer within ${ANSWER_MS} ms`
      )
      await reportDelivery(
        reports.flatMap((said) => reportOf(carrier, said, asked, container)),
        container
      )
    } catch (error) {
      reportError(
        `the carrier ${carrier.carrier} could not be asked, and will be asked again`,
        error,
        container
      )
      return
    }
  }
}

/** What was not asked about is left out, and so is what is yet to happen. */
function reportOf(
  { carrier }: DeliveryCarrier,
  said: CarrierReport,
  asked: readonly CarrierParcel[],
  container: MedusaContainer
): Report | [] {
  const parcel = asked.find(
    ({ tracking_number }) => tracking_number === said.tracking_number
  )
  if (!parcel || said.observed_at > clockOf(container).now()) {
    return []
  }
  const { tracking_number, kind, observed_at, expected_at = null } = said
  return {
    message_id: [
      tracking_number,
      kind,
      observed_at.toISOString(),
      ...(expected_at ? [expected_at.toISOString()] : []),
    ].join(":"),
    source: carrier,
    order_id: parcel.order_id,
    tracking_number,
    kind,
    observed_at,
    expected_at,
    delivered_at: said.delivered_at ?? null,
    reason: said.reason ?? null,
    proof: said.proof ?? null,
    is_state: said.is_state,
  }
}
