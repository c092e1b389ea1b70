import type { ReservationItemDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import { toldIn } from "../../src/workflows/shortage/told"
import { placeOrder, tasksOf } from "./place-order"
import type { TestShop } from "./test-shop"

/** Places one order for each of these quantities, one after the other. */
export async function order(
  shop: TestShop,
  sku: string,
  ...quantities: number[]
): Promise<string[]> {
  const variant_id = await variantOf(shop, sku)
  const ids: string[] = []
  for (const quantity of quantities) {
    ids.push((await placeOrder(shop, {}, { variant_id, quantity })).id)
  }
  return ids
}

const DAY_MS = 24 * 3_600_000

export const inDays = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString()

export async function variantOf(shop: TestShop, sku: string): Promise<string> {
  const [variant] = await shop.container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ sku })
  return variant?.id ?? ""
}

/** The shop's only location, until a test adds another. */
export async function locationId(shop: TestShop): Promise<string> {
  const [location] = await shop.container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({}, { order: { created_at: "ASC" } })
  return location?.id ?? ""
}

/** Sets the stock at the shop's only location. */
export async function stock(
  shop: TestShop,
  sku: string,
  stocked_quantity: number
) {
  const inventory = shop.container.resolve(Modules.INVENTORY)
  const [item] = await inventory.listInventoryItems({ sku })
  const [level] = await inventory.listInventoryLevels({
    inventory_item_id: item?.id,
  })
  const place = {
    inventory_item_id: item?.id ?? "",
    location_id: level?.location_id ?? "",
  }
  await inventory.updateInventoryLevels([{ ...place, stocked_quantity }])
  return place
}

export async function reservationOf(
  shop: TestShop,
  order_id: string
): Promise<ReservationItemDTO> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  const [reservation] = await shop.container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: order.items?.map(({ id }) => id) })
  if (!reservation) {
    throw new Error(`Nothing is reserved for ${order_id}`)
  }
  return reservation
}

/** Edits the order's only line, as the dashboard does. */
export async function editLine(
  shop: TestShop,
  order_id: string,
  change: { quantity: number; unit_price?: number; internal_note?: string }
): Promise<void> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  const edit = `/admin/order-edits/${order_id}`
  await shop.post("/admin/order-edits", { order_id }).expect(200)
  await shop
    .post(`${edit}/items/item/${order.items?.at(0)?.id}`, change)
    .expect(200)
  await shop.post(`${edit}/request`).expect(200)
  await shop.post(`${edit}/confirm`).expect(200)
}

/** A product that is a kit of other products. */
export async function sellKits(
  shop: TestShop,
  sku: string,
  parts: Record<string, number>,
  { allow_backorder = true } = {}
): Promise<void> {
  const { container } = shop
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku: Object.keys(parts) })
  const [profile] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({})
  await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Kettle with two filters",
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
              allow_backorder,
              prices: [{ currency_code: "uah", amount: 1_500 }],
              inventory_items: items.map(({ id, sku }) => ({
                inventory_item_id: id,
                required_quantity: parts[sku ?? ""] ?? 1,
              })),
            },
          ],
        },
      ],
    },
  })
}

/** A second location where there are so many of it. */
export async function stockElsewhere(
  shop: TestShop,
  sku: string,
  stocked_quantity: number,
  metadata: Record<string, unknown> = {}
): Promise<{ inventory_item_id: string; location_id: string }> {
  const { container } = shop
  const [item] = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku })
  const [location] = await container
    .resolve(Modules.STOCK_LOCATION)
    .createStockLocations([{ name: "Warehouse Lviv", metadata }])
  const place = {
    inventory_item_id: item?.id ?? "",
    location_id: location?.id ?? "",
  }
  await container
    .resolve(Modules.INVENTORY)
    .createInventoryLevels([{ ...place, stocked_quantity }])
  return place
}

/** The order's task about what it lacks, once nothing is in flight. */
export async function shortageOf(
  shop: TestShop,
  order_id: string
): Promise<AdminFollowUp | undefined> {
  await shop.settle()
  return (await tasksOf(shop, order_id)).find(
    ({ type }) => type === "resolve_shortage"
  )
}

/** How many units each order lacks, by their open tasks. */
export async function unitsShortOf(
  shop: TestShop,
  order_ids: readonly string[]
): Promise<number[]> {
  await shop.settle()
  const tasks = await Promise.all(
    order_ids.map(async (id) => await tasksOf(shop, id))
  )
  return tasks.map((ofOrder) => {
    const task = ofOrder.find(({ type }) => type === "resolve_shortage")
    return task?.status === "open"
      ? toldIn(task.data).reduce((sum, line) => sum + line.units, 0)
      : 0
  })
}
