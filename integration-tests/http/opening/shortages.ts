import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadOrderDetails } from "../../../src/shop/order-details"
import { loadOrders } from "../../../src/shop/orders"
import { orderReader } from "../../../src/workflows/desk/call-sheet/call-sheet"
import { loadSafetyFacts } from "../../../src/workflows/desk/safety-facts"
import {
  editLine,
  order,
  reservationOf,
  sellKits,
  stock,
  variantOf,
} from "../../shop/stock"
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
    await editLine(shop, first, { quantity: 4 })
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
    const order = await orderReader(shop.container)(id)
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
