import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getLastPaymentStatus } from "@medusajs/medusa/core-flows"
import {
  PAYMENT_STATES,
  type PaymentState,
} from "../../../modules/follow-up/rules/conditions"

/** What an order says beyond what every plan needs. */
export type OrderDetail = {
  id: string
  items: { product_id: string | null; variant_id: string | null }[]
  shipping_options: string[]
  payment_state: PaymentState | null
  payment_providers: string[]
  customer_groups: string[]
}

const FIELDS = [
  "id",
  "currency_code",
  "items.product_id",
  "items.variant_id",
  "shipping_methods.shipping_option_id",
  "payment_collections.amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.status",
  "payment_collections.payments.provider_id",
  "payment_collections.payment_sessions.provider_id",
  "customer.groups.id",
]

type DetailRow = {
  id: string
  items?: OrderDetail["items"] | null
  shipping_methods?: { shipping_option_id: string | null }[] | null
  payment_collections?: PaymentCollectionRow[] | null
  customer?: { groups?: { id: string }[] | null } | null
}

type PaymentCollectionRow = {
  payments?: { provider_id: string }[] | null
  payment_sessions?: { provider_id: string }[] | null
}

/** What these orders say beyond what every plan needs, by order. */
export async function loadOrderDetails(
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, OrderDetail>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: ids } })
  const states = new Map(
    data.map((order) => [
      order.id,
      getLastPaymentStatus({
        ...order,
        payment_collections: order.payment_collections ?? [],
      }),
    ])
  )
  const rows: DetailRow[] = data
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        items: row.items ?? [],
        shipping_options: (row.shipping_methods ?? []).flatMap(
          ({ shipping_option_id }) => shipping_option_id ?? []
        ),
        payment_state:
          PAYMENT_STATES.find((state) => state === states.get(row.id)) ?? null,
        payment_providers: providersOf(row.payment_collections ?? []),
        customer_groups: (row.customer?.groups ?? []).map(({ id }) => id),
      },
    ])
  )
}

function providersOf(collections: PaymentCollectionRow[]): string[] {
  const used = collections.flatMap(({ payments, payment_sessions }) => [
    ...(payments ?? []),
    ...(payment_sessions ?? []),
  ])
  return [...new Set(used.map(({ provider_id }) => provider_id))]
}
