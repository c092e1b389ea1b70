import type { ReservationItemDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { loadOrderDetails } from "../../../src/shop/order-details"
import { orderToReadOut } from "../../../src/shop/order-to-read-out"
import { loadOrders } from "../../../src/shop/orders"
import { loadSafetyFacts } from "../../../src/workflows/desk/safety-facts"
import { placeOrder } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"
const FILTER = "FIL-1"

export function shortages(shop: TestShop): void {
  const inventory = () => shop.container.resolve(Modules.INVENTORY)

  it("falls to the order that came last, and only that one is not safe", async () => {
    await stock(shop, KETTLE, 5)
    const ids = await order(shop, KETTLE, 2, 2, 3)

    expect(await shortOf(shop, ids)).toEqual([0, 0, 2])
    expect(await areInStock(shop, ids)).toEqual([true, true, false])
  })

  it("is counted from the reservations, whatever the level's own counter says", async () => {
    await stock(shop, KETTLE, 5)
    const ids = await order(shop, KETTLE, 2, 2)
    await shop.container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw("update inventory_level set reserved_quantity = 50")

    expect(await shortOf(shop, ids)).toEqual([0, 0])
  })

  it("of a kit is a kit for each that lacks a part", async () => {
    await sellKits(shop, "KIT", { [KETTLE]: 1, [FILTER]: 2 })
    const ids = [
      ...(await order(shop, "KIT", 1)),
      ...(await order(shop, FILTER, 1)),
      ...(await order(shop, "KIT", 2)),
    ]

    // 2, 1 and 4 filters are reserved.
    for (const [stocked, short] of [
      [7, [0, 0, 0]],
      [6, [0, 0, 1]],
      [5, [0, 0, 1]],
      [4, [0, 0, 2]],
      [2, [0, 1, 2]],
      [1, [1, 1, 2]],
    ] as const) {
      await stock(shop, FILTER, stocked)
      expect([stocked, await shortOf(shop, ids)]).toEqual([stocked, short])
    }
  })

  it("does not fall to an order whose edit made its reservations anew", async () => {
    await stock(shop, KETTLE, 5)
    const [first = "", second = ""] = await order(shop, KETTLE, 2, 2)
    const before = await reservationOf(shop, first)
    await setQuantity(shop, first, 4)
    const after = await reservationOf(shop, first)
    const other = await reservationOf(shop, second)

    expect(after.id).not.toBe(before.id)
    expect(+new Date(after.created_at)).toBeGreaterThan(
      +new Date(other.created_at)
    )
    expect(await shortOf(shop, [first, second])).toEqual([0, 1])
  })

  it("falls to who came after what is held for no order", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 5)
    const before = await order(shop, KETTLE, 2)
    await inventory().createReservationItems([
      { inventory_item_id, location_id, quantity: 3 },
    ])
    const after = await order(shop, KETTLE, 1)

    expect(await shortOf(shop, [...before, ...after])).toEqual([0, 1])
  })

  it("is counted where it is reserved: what lies elsewhere covers nothing", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 1)
    const [elsewhere] = await shop.container
      .resolve(Modules.STOCK_LOCATION)
      .createStockLocations([{ name: "Warehouse Lviv" }])
    await inventory().createInventoryLevels([
      {
        inventory_item_id,
        location_id: elsewhere?.id ?? "",
        stocked_quantity: 9,
      },
    ])

    expect(await shortOf(shop, await order(shop, KETTLE, 2))).toEqual([1])
  })

  it("is nothing for what the shop does not count, and of what was canceled", async () => {
    await stock(shop, KETTLE, 2)
    const [first = "", second = ""] = await order(shop, KETTLE, 2, 2)
    await shop.post(`/admin/orders/${first}/cancel`).expect(200)
    expect(await shortOf(shop, [second])).toEqual([0])

    await stock(shop, KETTLE, 0)
    expect(await shortOf(shop, [second])).toEqual([2])
    const products = shop.container.resolve(Modules.PRODUCT)
    await products.updateProductVariants(await variantOf(shop, KETTLE), {
      manage_inventory: false,
    })
    expect(await shortOf(shop, [second])).toEqual([0])
    expect(await areInStock(shop, [second])).toEqual([true])
  })
}

/** By how much each order's only item is short, according to the call sheet. */
async function shortOf(shop: TestShop, ids: string[]): Promise<unknown[]> {
  const short = []
  for (const id of ids) {
    const order = await orderToReadOut(id, shop.container)
    short.push(order?.items.at(0)?.stock.short_by)
  }
  return short
}

/** Whether each order is in stock, according to the check of safe orders. */
async function areInStock(shop: TestShop, ids: string[]): Promise<unknown[]> {
  const { container } = shop
  const facts = await loadSafetyFacts(
    [...(await loadOrders(ids, container)).values()],
    await loadOrderDetails(ids, new Set(["variants"]), container),
    new Map(),
    new Set(["in_stock"]),
    container
  )
  return ids.map((id) => facts.get(id)?.in_stock)
}

/** Places one order for each of these quantities, one after the other. */
async function order(
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

async function variantOf(shop: TestShop, sku: string): Promise<string> {
  const [variant] = await shop.container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ sku })
  return variant?.id ?? ""
}

/** Sets the stock at the shop's only location. */
async function stock(shop: TestShop, sku: string, stocked_quantity: number) {
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

async function reservationOf(
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
async function setQuantity(
  shop: TestShop,
  order_id: string,
  quantity: number
): Promise<void> {
  const order = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  const edit = `/admin/order-edits/${order_id}`
  await shop.post("/admin/order-edits", { order_id }).expect(200)
  await shop
    .post(`${edit}/items/item/${order.items?.at(0)?.id}`, { quantity })
    .expect(200)
  await shop.post(`${edit}/request`).expect(200)
  await shop.post(`${edit}/confirm`).expect(200)
}

/** A product that is a kit of other products. */
async function sellKits(
  shop: TestShop,
  sku: string,
  parts: Record<string, number>
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
              allow_backorder: true,
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
