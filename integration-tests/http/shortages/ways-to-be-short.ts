import { Modules } from "@medusajs/framework/utils"
import { checkOut, complete } from "../../../demo/shopper/order"
import { purchaseIn } from "../../shop/purchase"
import {
  order,
  reservationOf,
  sellKits,
  stock,
  stockElsewhere,
  unitsShortOf,
  variantOf,
} from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

const KETTLE = "KET-ST"

/** How reserved units come to exceed the stocked ones in Medusa. */
export function waysToBeShort(shop: TestShop): void {
  const inventory = () => shop.container.resolve(Modules.INVENTORY)

  it.each(["of a single level", "of many levels at once", "of the service"])(
    "stock that is lowered by the API %s",
    async (how) => {
      const { inventory_item_id: item, ...place } = await stock(shop, KETTLE, 5)
      const ids = await order(shop, KETTLE, 2, 2)
      const { location_id } = place
      const stocked_quantity = 3
      const levels = `/admin/inventory-items/${item}/location-levels`
      if (how === "of a single level") {
        await shop
          .post(`${levels}/${location_id}`, { stocked_quantity })
          .expect(200)
      } else if (how === "of the service") {
        await stock(shop, KETTLE, stocked_quantity)
      } else {
        const [level] = await inventory().listInventoryLevels({
          inventory_item_id: item,
        })
        await shop
          .post("/admin/inventory-items/location-levels/batch", {
            update: [
              {
                id: level?.id,
                inventory_item_id: item,
                location_id,
                stocked_quantity,
              },
            ],
          })
          .expect(200)
      }

      expect(await unitsShortOf(shop, ids)).toEqual([0, 1])
    }
  )

  it("a level that the service deletes, although units of it are reserved", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 5)
    const ids = await order(shop, KETTLE, 2, 1)
    await shop.settle()
    await inventory().deleteInventoryLevel(inventory_item_id, location_id)
    // Nothing of it is left by which its event could name the item.
    await shop.reconcile()

    expect(await unitsShortOf(shop, ids)).toEqual([2, 1])
  })

  it("a variant that may be ordered although it is out of stock", async () => {
    await stock(shop, KETTLE, 1)

    expect(await unitsShortOf(shop, await order(shop, KETTLE, 3))).toEqual([2])
  })

  it("two lines of one order that share an inventory item", async () => {
    await stock(shop, KETTLE, 2)
    const variant_id = await variantOf(shop, KETTLE)
    await shop.container
      .resolve(Modules.PRODUCT)
      .updateProductVariants(variant_id, { allow_backorder: false })
    await sellKits(shop, "KIT", { [KETTLE]: 1 }, { allow_backorder: false })
    const purchase = purchaseIn(shop)
    const basket = [variant_id, await variantOf(shop, "KIT")].map((id) => ({
      variant_id: id,
      title: "kettle",
      quantity: 2,
    }))
    const { id } = await complete(await checkOut({ ...purchase, basket }))

    expect(await unitsShortOf(shop, [id])).toEqual([2])
  })

  it("a batch of reservations, each of which is checked by itself", async () => {
    await stock(shop, KETTLE, 2)
    const ids = await order(shop, KETTLE, 1, 1)
    const held = await Promise.all(ids.map((id) => reservationOf(shop, id)))
    await inventory().deleteReservationItems(held.map(({ id }) => id))
    await inventory().createReservationItems(
      held.map(({ line_item_id, inventory_item_id, location_id }) => ({
        line_item_id,
        inventory_item_id,
        location_id,
        quantity: 2,
      }))
    )

    expect(await unitsShortOf(shop, ids)).toEqual([0, 2])
  })

  it("a reservation that is moved to where there is none", async () => {
    await stock(shop, KETTLE, 5)
    const [id = ""] = await order(shop, KETTLE, 2)
    const { location_id } = await stockElsewhere(shop, KETTLE, 1)
    const reservation = await reservationOf(shop, id)
    await shop
      .post(`/admin/reservations/${reservation.id}`, { location_id })
      .expect(200)

    expect(await unitsShortOf(shop, [id])).toEqual([1])
  })

  it("a parcel that is packed at a location that others count on", async () => {
    await stock(shop, KETTLE, 5)
    const [packed = "", waiting = ""] = await order(shop, KETTLE, 2, 1)
    const { location_id } = await stockElsewhere(shop, KETTLE, 2)
    const moved = await reservationOf(shop, waiting)
    await shop
      .post(`/admin/reservations/${moved.id}`, { location_id })
      .expect(200)
    expect(await unitsShortOf(shop, [waiting])).toEqual([0])

    const { body } = await shop
      .get(`/admin/orders/${packed}?fields=*items`)
      .expect(200)
    await shop
      .post(`/admin/orders/${packed}/fulfillments`, {
        location_id,
        items: [{ id: body.order.items[0].id, quantity: 2 }],
      })
      .expect(200)
    expect(await unitsShortOf(shop, [packed, waiting])).toEqual([0, 1])
  })

  it("reservations that a failed workflow restores, which tells nobody", async () => {
    await stock(shop, KETTLE, 2)
    const [first = ""] = await order(shop, KETTLE, 2)
    const { line_item_id } = await reservationOf(shop, first)
    await inventory().deleteReservationItemsByLineItem(line_item_id ?? "")
    const [second = ""] = await order(shop, KETTLE, 2)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 0])

    await withoutEvents(
      shop,
      async () =>
        await inventory().restoreReservationItemsByLineItem(line_item_id ?? "")
    )
    await shop.reconcile()
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 2])
  })

  it("never what the shop does not count", async () => {
    const products = shop.container.resolve(Modules.PRODUCT)
    await products.updateProductVariants(await variantOf(shop, KETTLE), {
      manage_inventory: false,
    })
    await stock(shop, KETTLE, 0)

    expect(await unitsShortOf(shop, await order(shop, KETTLE, 3))).toEqual([0])
  })
}
