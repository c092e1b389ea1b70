import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getLastPaymentStatus } from "@medusajs/medusa/core-flows"
import {
  PAYMENT_STATES,
  type FactKind,
  type PaymentState,
} from "./condition-facts"

/**
 * Facts about an order beyond those that every plan needs, as far as requested.
 */
export type OrderDetail = {
  items: {
    id: string
    product_id?: string | null
    variant_id?: string | null
  }[]
  payment_state: PaymentState | null
  payment_providers: string[]
  customer_groups: string[]
}

/** The details of an order for which none were requested. */
export const NO_DETAIL: OrderDetail = {
  items: [],
  payment_state: null,
  payment_providers: [],
  customer_groups: [],
}

const PAYMENT_FIELDS = [
  "currency_code",
  "payment_collections.amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.status",
  "payment_collections.payments.provider_id",
  "payment_collections.payment_sessions.provider_id",
]

type DetailRow = {
  id: string
  items?: OrderDetail["items"] | null
  payment_collections?: PaymentCollectionRow[] | null
  customer?: { groups?: { id: string }[] | null } | null
}

type PaymentCollectionRow = {
  payments?: { provider_id: string }[] | null
  payment_sessions?: { provider_id: string }[] | null
}

/** The details that playbooks ask for, by order. */
export async function loadOrderDetails(
  ids: string[],
  kinds: ReadonlySet<FactKind>,
  container: MedusaContainer
): Promise<Map<string, OrderDetail>> {
  const fields = fieldsFor(kinds)
  if (fields.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", ...fields], filters: { id: ids } })
  const states = new Map(
    kinds.has("payments")
      ? data.map((order) => [
          order.id,
          getLastPaymentStatus({
            ...order,
            payment_collections: order.payment_collections ?? [],
          }),
        ])
      : []
  )
  const rows: DetailRow[] = data
  return new Map(
    rows.map((row) => [
      row.id,
      {
        items: row.items ?? [],
        payment_state:
          PAYMENT_STATES.find((state) => state === states.get(row.id)) ?? null,
        payment_providers: paymentProviders(row.payment_collections),
        customer_groups: (row.customer?.groups ?? []).map(({ id }) => id),
      },
    ])
  )
}

function fieldsFor(kinds: ReadonlySet<FactKind>): string[] {
  return [
    ...(kinds.has("payments") ? PAYMENT_FIELDS : []),
    ...(kinds.has("products") ? ["items.product_id"] : []),
    ...(kinds.has("variants") ? ["items.variant_id"] : []),
    ...(kinds.has("products") || kinds.has("variants") ? ["items.id"] : []),
    ...(kinds.has("customer_groups") ? ["customer.groups.id"] : []),
  ]
}

/** The providers of an order's payments and payment sessions. */
export function paymentProviders(
  collections: PaymentCollectionRow[] | null | undefined
): string[] {
  const used = (collections ?? []).flatMap(({ payments, payment_sessions }) => [
    ...(payments ?? []),
    ...(payment_sessions ?? []),
  ])
  return [...new Set(used.map(({ provider_id }) => provider_id))]
}
