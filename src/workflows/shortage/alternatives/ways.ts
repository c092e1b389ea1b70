import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { expectedAt, SHORTAGE_MODULE } from "../../../modules/shortage"
import { freeElsewhere } from "../../../shop/free-elsewhere"
import { transferDays } from "../../../shop/inventory-items"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { unlessPast } from "../../desk/desk-today"

/**
 * What may be agreed with the customer without another item, the first first.
 * Their kinds are the deeds that carry them out.
 */
export type Way =
  | {
      kind: "other_location"
      location_id: string
      location_name: string
      /** Free there. */
      units: number
      /** When it can be sent from there; null if the shop does not say. */
      expected_at: Date | null
    }
  | {
      kind: "wait"
      /** The supplier's date; null if there is none, or it has passed. */
      until: Date | null
    }
  /** So many of the line's units are there and can be sent now. */
  | { kind: "part_delivery"; units: number }
  /** So many units are taken off the order. */
  | { kind: "remove"; units: number }

const DAY_MS = 24 * 3_600_000

/** How many of a line's units are there, and can be sent before the others. */
export const unitsToSend = (outstanding: number, short: number): number =>
  Math.max(0, outstanding - short)

/** What may be done for so many units of a line instead of replacing them. */
export async function waysFor(
  { line_item_id, outstanding, order }: LineToReplace,
  units: number,
  container: MedusaContainer
): Promise<Way[]> {
  const now = clockOf(container).now()
  const elsewhere = await freeElsewhere([line_item_id], container)
  // The line moves as a whole: a part of it there would be a second parcel.
  const places = (elsewhere.get(line_item_id) ?? []).filter(
    (place) => place.units >= outstanding
  )
  const days = await transferDays(
    places.map(({ location_id }) => location_id),
    container
  )
  const supplied_at = await supplierDate(order.id, line_item_id, container)
  const to_send = unitsToSend(outstanding, units)
  return [
    ...places.map(({ location_id, ...place }): Way => {
      const away = days.get(location_id)
      return {
        kind: "other_location",
        location_id,
        ...place,
        expected_at:
          away === undefined ? null : new Date(now.getTime() + away * DAY_MS),
      }
    }),
    {
      kind: "wait",
      until: await unlessPast(supplied_at, container),
    },
    ...(to_send > 0
      ? [{ kind: "part_delivery" as const, units: to_send }]
      : []),
    { kind: "remove", units },
  ]
}

async function supplierDate(
  order_id: string,
  line_item_id: string,
  container: MedusaContainer
): Promise<Date | null> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const lines = await shortage.listShortLines({ order_ids: [order_id] })
  const places =
    lines.find((line) => line.line_item_id === line_item_id)?.places ?? []
  return expectedAt(
    places,
    await shortage.readAnnouncements(
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
}
