import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ComputedActions,
  ContainerRegistrationKeys,
  Modules,
} from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import { type Adjustment, type Item, type Method, sumsOf } from "./order-sums"

/** As Medusa's own workflows of an edit read it. */
const FIELDS_OF_EDIT = [
  "id",
  "status",
  "version",
  "currency_code",
  "email",
  "canceled_at",
  "sales_channel_id",
  "region_id",
  "customer_id",
  "customer.*",
  "customer.groups.*",
  "promotions.*",
  "subtotal",
  "items.*",
  "items.subtotal",
  "items.product.id",
  "items.product_id",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.shipping_option_id",
  "shipping_address.*",
]

/** An order for Medusa's own workflow that computes its promotions anew. */
export async function orderWithPromotions(
  order_id: string,
  container: MedusaContainer
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: FIELDS_OF_EDIT,
      filters: { id: order_id },
    })
  return data.at(0)
}

export async function hasPromotions(
  order_id: string,
  container: MedusaContainer
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "promotions.id"],
      filters: { id: order_id },
    })
  return data.some(({ promotions }) => (promotions ?? []).length > 0)
}

/** What the rules of promotions are about. */
export type PromotedOrder = {
  currency_code: string
  email?: string | null
  sales_channel_id?: string | null
  region?: { id: string } | null
  customer?: { id: string; groups?: { id: string }[] | null } | null
  shipping_address?: { country_code?: string | null } | null
  promotions?: ({ code?: string | null } | null)[] | null
  shipping_methods?: Method[] | null
}

/**
 * The same with the order's promotions computed anew, as an edit that carries
 * them over does; as they are, if Medusa cannot.
 */
export async function withPromotions(
  order: PromotedOrder,
  items: Item[],
  container: MedusaContainer
): Promise<{ items: Item[]; shipping_methods: Method[] }> {
  const shipping_methods = order.shipping_methods ?? []
  const codes = (order.promotions ?? []).flatMap(
    (promotion) => promotion?.code ?? []
  )
  if (codes.length === 0) {
    return { items, shipping_methods }
  }
  const { data: products } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "collection_id", "tags.id", "categories.id", "type_id"],
      filters: { id: items.flatMap(({ product_id }) => product_id ?? []) },
    })
  try {
    const actions = await container.resolve(Modules.PROMOTION).computeActions(
      codes,
      {
        currency_code: order.currency_code,
        customer: order.customer
          ? { id: order.customer.id, groups: order.customer.groups ?? [] }
          : undefined,
        region: order.region ? { id: order.region.id } : undefined,
        shipping_address: order.shipping_address?.country_code
          ? { country_code: order.shipping_address.country_code }
          : undefined,
        sales_channel_id: order.sales_channel_id ?? undefined,
        email: order.email ?? undefined,
        items: items.map((item) => ({
          id: item.id,
          quantity: amountOf(item.quantity),
          is_discountable: item.is_discountable ?? true,
          product: products.find(({ id }) => id === item.product_id),
          ...sumsOf([item], []),
        })),
        shipping_methods: shipping_methods.map((method) => ({
          id: method.id,
          ...sumsOf([], [method]),
        })),
      },
      { skip_usage_limit_checks: true }
    )
    const adjustmentsOf = (id: string): Adjustment[] =>
      actions.flatMap((action) =>
        (action.action === ComputedActions.ADD_ITEM_ADJUSTMENT &&
          action.item_id === id) ||
        (action.action === ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT &&
          action.shipping_method_id === id)
          ? [
              {
                amount: action.amount,
                is_tax_inclusive:
                  "is_tax_inclusive" in action &&
                  action.is_tax_inclusive === true,
              },
            ]
          : []
      )
    return {
      items: items.map((item) => ({
        ...item,
        adjustments: adjustmentsOf(item.id),
      })),
      shipping_methods: shipping_methods.map((method) => ({
        ...method,
        adjustments: adjustmentsOf(method.id),
      })),
    }
  } catch {
    return { items, shipping_methods }
  }
}
