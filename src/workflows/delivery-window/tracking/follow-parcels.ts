import type { MedusaContainer } from "@medusajs/framework/types"
import type { Report } from "../../../modules/delivery-window"
import { loadParcels, type Parcel } from "../../../shop/parcels"

/** The source of what Medusa itself knows. */
const MEDUSA = "medusa"

/**
 * What Medusa knows of these orders on their way, as reports: a parcel that was
 * shipped is on its way, and an order is delivered when all its parcels are and
 * nothing is left to be packed.
 */
export async function reportsOfOrders(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<Report[]> {
  return reportsOf(await loadParcels(order_ids, container))
}

export function reportsOf(parcels: readonly Parcel[]): Report[] {
  const order_ids = [...new Set(parcels.map(({ order_id }) => order_id))]
  return order_ids.flatMap((order_id) => {
    const all = parcels.filter((parcel) => parcel.order_id === order_id)
    const shipped = all.flatMap(({ id, shipped_at, tracking_numbers }) =>
      shipped_at
        ? [
            {
              ...report(order_id, `shipped:${id}`, "on_the_way", shipped_at),
              tracking_number: tracking_numbers[0] ?? null,
            },
          ]
        : []
    )
    const last = lastDelivered(all)
    return last
      ? [
          ...shipped,
          {
            ...report(
              order_id,
              `delivered:${last.id}`,
              "delivered",
              last.delivered_at
            ),
            delivered_at: last.delivered_at,
          },
        ]
      : shipped
  })
}

/** The parcel that made the order complete; null as long as one is not there. */
function lastDelivered(
  parcels: readonly Parcel[]
): (Parcel & { delivered_at: Date }) | null {
  const there = parcels.flatMap((parcel) =>
    parcel.delivered_at
      ? [{ ...parcel, delivered_at: parcel.delivered_at }]
      : []
  )
  return there.length === parcels.length &&
    there.every(({ order_is_packed }) => order_is_packed)
    ? (there
        .sort((a, b) => b.delivered_at.getTime() - a.delivered_at.getTime())
        .at(0) ?? null)
    : null
}

function report(
  order_id: string,
  message_id: string,
  kind: Report["kind"],
  observed_at: Date
): Report {
  return {
    message_id,
    source: MEDUSA,
    order_id,
    tracking_number: null,
    kind,
    observed_at,
    expected_at: null,
    delivered_at: null,
    reason: null,
    proof: null,
  }
}
