import type { ReservationItemDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createProductsWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { checkOut, complete } from "../../demo/shopper/order"
import type {
  AdminSettleShortage,
  AdminShortageSettlement,
} from "../../src/api/admin/shortages/types"
import { reservationsOfHolds } from "../../src/shop/held-units"
import { moneyOfOrder } from "../../src/shop/order-money"
import { placeHold } from "../../src/workflows/shortage/offers/hold-units"
import { CARD } from "./card-provider"
import { purchaseIn } from "./purchase"
import { stock, variantOf } from "./stock"
import type { TestShop } from "./test-shop"

export const settlements = (order_id: string) =>
  `/admin/shortages/orders/${order_id}/settlements`

/** Settles over the API, as the call sheet does. */
export async function settle(
  shop: TestShop,
  order_id: string,
  body: Omit<AdminSettleShortage, "line_item_id"> & { line_item_id?: string }
): Promise<AdminShortageSettlement> {
  const { body: answer, status } = await shop.post(settlements(order_id), {
    line_item_id: await lineOf(shop, order_id),
    ...body,
  })
  if (status !== 200) {
    throw new Error(`${status}: ${answer.message}`)
  }
  return answer.settlement
}

/**
 * An order of one of these for 2,000 in all, delivery included, and the deed by
 * which another ware makes it cost so much.
 */
export async function twoThousand(
  shop: TestShop,
  provider_id?: string
): Promise<{
  order_id: string
  at: (total: number) => ReturnType<typeof inPlace>
}> {
  const ordered = await sell(shop, "ORDERED", 2_000 - DELIVERY, 5)
  const other = await sell(shop, "OTHER", 2_000, 5)
  const purchase = purchaseIn(shop, {}, { variant_id: ordered.variant_id })
  const checkout = await checkOut(purchase)
  if (provider_id) {
    const { sdk, cart_id } = checkout
    const { cart } = await sdk.store.cart.retrieve(cart_id)
    await sdk.store.payment.initiatePaymentSession(cart, { provider_id })
  }
  const { id: order_id } = await complete(checkout)
  await stock(shop, "ORDERED", 0)
  return {
    order_id,
    at: (total) =>
      inPlace(other, 1, { quantity: 1, unit_price: total - DELIVERY }),
  }
}

const DELIVERY = 120

/** Takes cards, as most shops do. */
export async function takeCards(shop: TestShop): Promise<void> {
  await updateRegionsWorkflow(shop.container).run({
    input: {
      selector: { id: shop.wares.region_id },
      update: { payment_providers: ["pp_system_default", CARD] },
    },
  })
}

/** Captures what was authorized, as the dashboard does. */
export async function capture(shop: TestShop, order_id: string): Promise<void> {
  for (const { id } of await paymentsOf(shop, order_id)) {
    await shop.post(`/admin/payments/${id}/capture`).expect(200)
  }
}

type PaymentNow = { id: string; captured_at: unknown; canceled_at: unknown }

export async function paymentsOf(
  shop: TestShop,
  order_id: string
): Promise<PaymentNow[]> {
  const { data } = await shop.container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["payment_collections.payments.*"],
      filters: { id: order_id },
    })
  const rows: {
    payment_collections?: { payments?: PaymentNow[] | null }[] | null
  }[] = data
  return (rows[0]?.payment_collections ?? []).flatMap(
    ({ payments }) => payments ?? []
  )
}

/** The amounts of the order's refunds. */
export async function refundsOf(
  shop: TestShop,
  order_id: string
): Promise<number[]> {
  const ids = (await paymentsOf(shop, order_id)).map(({ id }) => id)
  const payments = await shop.container
    .resolve(Modules.PAYMENT)
    .listPayments({ id: ids }, { relations: ["refunds"] })
  return payments.flatMap(({ refunds }) =>
    (refunds ?? []).map(({ amount }) => Number(amount))
  )
}

/** A product of one variant, which is not sold when it is not there. */
export async function sell(
  shop: TestShop,
  sku: string,
  price: number,
  stocked: number
): Promise<{
  variant_id: string
  inventory_item_id: string
  location_id: string
}> {
  const { container } = shop
  const [profile] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({})
  await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: `Ware ${sku}`,
          status: "published",
          shipping_profile_id: profile?.id,
          sales_channels: [{ id: await shop.salesChannelId() }],
          options: [{ title: "Colour", values: ["Red"] }],
          variants: [
            {
              title: "Red",
              sku,
              options: { Colour: "Red" },
              manage_inventory: true,
              prices: [{ currency_code: "uah", amount: price }],
            },
          ],
        },
      ],
    },
  })
  const inventory = container.resolve(Modules.INVENTORY)
  const [item] = await inventory.listInventoryItems({ sku })
  const [location] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({})
  const place = {
    inventory_item_id: item?.id ?? "",
    location_id: location?.id ?? "",
  }
  await inventory.createInventoryLevels([
    { ...place, stocked_quantity: stocked },
  ])
  await stock(shop, sku, stocked)
  return { variant_id: await variantOf(shop, sku), ...place }
}

/** So many of a ware instead of units that are short. */
export function inPlace(
  { variant_id, location_id }: { variant_id: string; location_id: string },
  units: number,
  by: { quantity: number; unit_price: number; held?: string[] }
) {
  const { held = [], ...offered } = by
  return {
    kind: "replace" as const,
    units,
    by: [{ variant_id, location_id, ...offered, hold_reservation_ids: held }],
  }
}

/** From now on it is not sold when it is not there. */
export async function notBackordered(
  shop: TestShop,
  sku: string
): Promise<void> {
  await shop.container
    .resolve(Modules.PRODUCT)
    .updateProductVariants(await variantOf(shop, sku), {
      allow_backorder: false,
    })
}

/** How long a test's hold lasts. */
export const HELD_MINUTES = 20

/** @returns the reservation that keeps so many of a ware for a customer */
export async function hold(
  shop: TestShop,
  ware: { variant_id: string; inventory_item_id: string; location_id: string },
  quantity: number
): Promise<string> {
  const { variant_id, inventory_item_id, location_id } = ware
  const id = await placeHold(
    {
      offer_id: "shoff_test",
      variant_id,
      quantity,
      location_id,
      expires_at: new Date(shop.clock.now().getTime() + HELD_MINUTES * 60_000),
    },
    shop.container
  )
  const [reserved] = await reservationsOfHolds(
    [{ id, items: [{ inventory_item_id }] }],
    shop.container
  )
  return reserved?.id ?? ""
}

export type LineNow = {
  id: string
  title: string
  quantity: number
  unit_price: number
  total: number
  tax_total: number
}

/** The order's lines as they are now, in the order in which they were added. */
export async function linesOf(
  shop: TestShop,
  order_id: string
): Promise<LineNow[]> {
  const { data } = await shop.container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "total", "items.*", "items.total", "items.tax_total"],
      filters: { id: order_id },
    })
  const [order] = data
  return (order?.items ?? [])
    .map((item: Record<keyof LineNow, unknown>) => ({
      id: String(item.id),
      title: String(item.title),
      quantity: Number(item.quantity),
      unit_price: Number(item.unit_price),
      total: amountIn(item.total),
      tax_total: amountIn(item.tax_total),
    }))
    .sort((a: LineNow, b: LineNow) => a.id.localeCompare(b.id))
}

/** @throws if it is none, as a comparison of two that are none says nothing */
function amountIn(value: unknown): number {
  const amount = Number(value)
  if (Number.isNaN(amount)) {
    throw new Error(`${typeof value} is no amount`)
  }
  return amount
}

export async function lineOf(
  shop: TestShop,
  order_id: string
): Promise<string> {
  const [line] = await linesOf(shop, order_id)
  return line?.id ?? ""
}

/** What is reserved for an order's lines. */
export async function reservedFor(
  shop: TestShop,
  order_id: string
): Promise<ReservationItemDTO[]> {
  const lines = await linesOf(shop, order_id)
  return await shop.container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: lines.map(({ id }) => id) })
}

export async function isLive(shop: TestShop, id: string): Promise<boolean> {
  const found = await shop.container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ id })
  return found.length > 0
}

/** What is yet to be paid, or collected; negative if too much was paid. */
export async function pendingOf(
  shop: TestShop,
  order_id: string
): Promise<number> {
  return (await moneyOfOrder(order_id, shop.container))?.pending ?? NaN
}

/** All of the order that an edit may change, without ids and moments. */
export async function snapshot(shop: TestShop, order_id: string) {
  const { data } = await shop.container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "version",
        "total",
        "subtotal",
        "tax_total",
        "discount_total",
        "summary",
        "payment_collections.amount",
        "payment_collections.status",
        "payment_collections.payments.amount",
        "payment_collections.payments.canceled_at",
      ],
      filters: { id: order_id },
    })
  const [order] = data
  const lines = await linesOf(shop, order_id)
  const titles = new Map(lines.map(({ id, title }) => [id, title]))
  const reserved = await reservedFor(shop, order_id)
  return {
    version: order?.version,
    total: Number(order?.total),
    subtotal: Number(order?.subtotal),
    tax_total: Number(order?.tax_total),
    discount_total: Number(order?.discount_total),
    pending: Number(order?.summary?.pending_difference),
    paid: Number(order?.summary?.paid_total),
    lines: lines
      .map(({ id: _, ...line }) => line)
      .sort((a, b) => a.title.localeCompare(b.title)),
    reserved: reserved
      .map(({ line_item_id, location_id, inventory_item_id, quantity }) => ({
        line: titles.get(line_item_id ?? ""),
        location_id,
        inventory_item_id,
        quantity: Number(quantity),
      }))
      .sort((a, b) => (a.line ?? "").localeCompare(b.line ?? "")),
    collections: (order?.payment_collections ?? [])
      .map(
        (each: {
          amount: unknown
          status: string
          payments?: { amount: unknown; canceled_at?: unknown }[]
        }) => ({
          amount: Number(each.amount),
          status: each.status,
          payments: (each.payments ?? []).map((payment) => ({
            amount: Number(payment.amount),
            canceled: Boolean(payment.canceled_at),
          })),
        })
      )
      .sort((a: { status: string }, b: { status: string }) =>
        a.status.localeCompare(b.status)
      ),
  }
}
