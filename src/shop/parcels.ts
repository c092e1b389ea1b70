import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { outstandingOf } from "./ordered-lines"

/** A fulfillment of an order, on its way to the customer or there already. */
export type Parcel = {
  /** Of the fulfillment. */
  id: string
  order_id: string
  provider_id: string | null
  tracking_numbers: string[]
  shipped_at: Date | null
  delivered_at: Date | null
  /** Whether nothing that is shipped is left of its order. */
  order_is_packed: boolean
}

type Row = {
  id: string
  items?:
    | ({
        requires_shipping?: boolean | null
        detail?: { quantity?: unknown; fulfilled_quantity?: unknown } | null
      } | null)[]
    | null
  fulfillments?:
    | ({
        id: string
        provider_id?: string | null
        shipped_at?: Date | string | null
        delivered_at?: Date | string | null
        canceled_at?: Date | string | null
        labels?: ({ tracking_number?: string | null } | null)[] | null
      } | null)[]
    | null
}

/** The parcels of these orders; canceled ones are left out. */
export async function loadParcels(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<Parcel[]> {
  if (order_ids.length === 0) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "items.requires_shipping",
        "items.detail.quantity",
        "items.detail.fulfilled_quantity",
        "fulfillments.id",
        "fulfillments.provider_id",
        "fulfillments.shipped_at",
        "fulfillments.delivered_at",
        "fulfillments.canceled_at",
        "fulfillments.labels.tracking_number",
      ],
      filters: { id: [...order_ids] },
    })
  const rows: Row[] = data
  return rows.flatMap(({ id: order_id, items, fulfillments }) =>
    (fulfillments ?? []).flatMap((each) =>
      each && !each.canceled_at
        ? [
            {
              id: each.id,
              order_id,
              provider_id: each.provider_id ?? null,
              tracking_numbers: (each.labels ?? []).flatMap(
                (label) => label?.tracking_number || []
              ),
              shipped_at: asDate(each.shipped_at),
              delivered_at: asDate(each.delivered_at),
              order_is_packed: isPacked(items ?? []),
            },
          ]
        : []
    )
  )
}

function isPacked(items: NonNullable<Row["items"]>): boolean {
  return items.every(
    (item) =>
      item?.requires_shipping === false || outstandingOf(item?.detail) === 0
  )
}

const asDate = (at: Date | string | null | undefined) =>
  at ? new Date(at) : null

/** The fulfillments with a label of this tracking number. */
export async function fulfillmentsOfTracking(
  tracking_number: string,
  container: MedusaContainer
): Promise<string[]> {
  const found = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillments(withLabel(tracking_number), { select: ["id"], take: 10 })
  return found.map(({ id }) => id)
}

/** Medusa's type of the filters lacks those of relations, which it takes. */
function withLabel(tracking_number: string): object {
  return { labels: { tracking_number } }
}

/** The order with this display id; null if there is none. */
export async function orderOfNumber(
  display_id: number,
  container: MedusaContainer
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { display_id },
    })
  return data.at(0)?.id ?? null
}

/** Whether an order with this id exists. */
export async function orderExists(
  id: string,
  container: MedusaContainer
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id"], filters: { id } })
  return data.length > 0
}
