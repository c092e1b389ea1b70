import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ComputedActions,
  ContainerRegistrationKeys,
  decorateCartTotals,
  Modules,
  QueryContext,
} from "@medusajs/framework/utils"
import { amountOf } from "./amounts"
import type { OrderMoney } from "./order-money"

/** A line that is added to an order; amounts in major units. */
export type LineToAdd = {
  variant_id: string
  quantity: number
  unit_price: number
}

/** How an order is to be edited. */
export type AsEdited = {
  line_item_id: string
  /** What is left of the line. */
  quantity: number
  added: readonly LineToAdd[]
}

type Adjustment = {
  id?: string
  code?: string | null
  amount: BigNumberInput
  is_tax_inclusive?: boolean
}

type Item = {
  id: string
  product_id?: string | null
  quantity: BigNumberInput
  unit_price: BigNumberInput
  is_tax_inclusive?: boolean
  is_discountable?: boolean
  tax_lines?: { rate: BigNumberInput }[]
  adjustments?: Adjustment[]
}

type Method = {
  id: string
  amount: BigNumberInput
  is_tax_inclusive?: boolean
  shipping_option_id?: string | null
  tax_lines?: { rate: BigNumberInput }[]
  adjustments?: Adjustment[]
}

type OrderRow = {
  currency_code: string
  total: BigNumberInput
  discount_total: BigNumberInput
  email?: string | null
  locale?: string | null
  sales_channel_id?: string | null
  region?: { id: string; automatic_taxes?: boolean } | null
  customer?: {
    id: string
    email?: string | null
    groups?: { id: string }[] | null
  } | null
  shipping_address?: { country_code?: string | null } | null
  promotions?: ({ code?: string | null } | null)[] | null
  items?: Item[] | null
  shipping_methods?: Method[] | null
}

const FIELDS = [
  "currency_code",
  "total",
  "discount_total",
  "email",
  "locale",
  "sales_channel_id",
  "region.id",
  "region.automatic_taxes",
  "customer.id",
  "customer.email",
  "customer.groups.id",
  "shipping_address.*",
  "promotions.code",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
]

/**
 * What an order comes to if it is edited so, by Medusa's own prices, taxes,
 * promotions and sums. Nothing is written.
 *
 * @returns null if the order no longer exists
 */
export async function totalsAsEdited(
  order_id: string,
  edit: AsEdited,
  container: MedusaContainer
): Promise<Pick<OrderMoney, "total" | "discount_total" | "goods"> | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: order_id } })
  const rows: OrderRow[] = data
  const [order] = rows
  if (!order) {
    return null
  }
  const now = order.items ?? []
  const methods = order.shipping_methods ?? []
  const edited = [
    ...now.flatMap((item) => left(item, edit)),
    ...(await linesToAdd(order, edit.added, container)),
  ]
  const { items, shipping_methods } = await withPromotions(
    order,
    edited,
    container
  )
  const before = sumsOf(now, methods)
  const after = sumsOf(items, shipping_methods)
  return {
    total: amountOf(amountOf(order.total) + after.total - before.total),
    discount_total: amountOf(
      amountOf(order.discount_total) +
        after.discount_total -
        before.discount_total
    ),
    goods: sumsOf(items, []).original_total,
  }
}

/**
 * The sums of lines and deliveries. Of each only these fields: raw ones that a
 * query adds would count instead.
 */
function sumsOf(items: readonly Item[], shipping_methods: readonly Method[]) {
  const sums = decorateCartTotals({
    items: items.map((item) => ({
      unit_price: amountOf(item.unit_price),
      quantity: amountOf(item.quantity),
      ...taxed(item),
    })),
    shipping_methods: shipping_methods.map((method) => ({
      amount: amountOf(method.amount),
      ...taxed(method),
    })),
  })
  return {
    total: amountOf(sums.total),
    discount_total: amountOf(sums.discount_total),
    /** Before discounts and taxes, and before discounts alone. */
    subtotal: amountOf(sums.subtotal),
    original_total: amountOf(sums.original_total),
  }
}

function taxed({
  is_tax_inclusive,
  tax_lines = [],
  adjustments = [],
}: Item | Method) {
  return {
    is_tax_inclusive,
    tax_lines: tax_lines.map(({ rate }) => ({ rate: amountOf(rate) })),
    adjustments: adjustments.map(({ amount, is_tax_inclusive }) => ({
      amount: amountOf(amount),
      is_tax_inclusive,
    })),
  }
}

/** What is left of a line keeps its share of the discount. */
function left(item: Item, { line_item_id, quantity }: AsEdited): Item[] {
  if (item.id !== line_item_id) {
    return [item]
  }
  const share = quantity / amountOf(item.quantity)
  return quantity === 0
    ? []
    : [
        {
          ...item,
          quantity,
          adjustments: (item.adjustments ?? []).map((adjustment) => ({
            ...adjustment,
            amount: amountOf(adjustment.amount) * share,
          })),
        },
      ]
}

async function linesToAdd(
  order: OrderRow,
  added: readonly LineToAdd[],
  container: MedusaContainer
): Promise<Item[]> {
  if (added.length === 0) {
    return []
  }
  const { data: variants } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "product.id",
        "product.type_id",
        "product.discountable",
        "calculated_price.is_calculated_price_tax_inclusive",
      ],
      filters: { id: added.map(({ variant_id }) => variant_id) },
      context: {
        calculated_price: QueryContext({
          currency_code: order.currency_code,
          region_id: order.region?.id,
        }),
      },
    })
  const lines = added.map(({ variant_id, quantity, unit_price }, index) => {
    const variant = variants.find(({ id }) => id === variant_id)
    return {
      id: `added_${index}`,
      product_id: variant?.product?.id ?? "",
      product_type_id: variant?.product?.type_id ?? undefined,
      quantity,
      unit_price,
      is_discountable: variant?.product?.discountable,
      is_tax_inclusive:
        variant?.calculated_price?.is_calculated_price_tax_inclusive ?? false,
    }
  })
  const country_code = order.shipping_address?.country_code
  const tax_lines =
    order.region?.automatic_taxes && country_code
      ? await container.resolve(Modules.TAX).getTaxLines(
          lines.map((line) => ({
            ...line,
            currency_code: order.currency_code,
          })),
          {
            address: { ...order.shipping_address, country_code },
            customer: order.customer
              ? {
                  id: order.customer.id,
                  email: order.customer.email ?? "",
                  customer_groups: (order.customer.groups ?? []).map(
                    ({ id }) => id
                  ),
                }
              : undefined,
          }
        )
      : []
  return lines.map((line) => ({
    ...line,
    tax_lines: tax_lines
      .filter((each) => "line_item_id" in each && each.line_item_id === line.id)
      .map(({ rate }) => ({ rate: rate ?? 0 })),
  }))
}

/**
 * The same with the order's promotions computed anew, as an edit that carries
 * them over does; as they are, if Medusa cannot.
 */
async function withPromotions(
  order: OrderRow,
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
