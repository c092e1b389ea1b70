import { setTimeout } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import { createReservationsWorkflow } from "@medusajs/medusa/core-flows"
import { type Checkout, checkOut, complete } from "../../../demo/shopper/order"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { endExpiredOffers } from "../../../src/workflows/shortage/offers/end-offers"
import {
  placeHold,
  releaseHolds,
} from "../../../src/workflows/shortage/offers/hold-units"
import { purchaseIn, somebody } from "../../shop/purchase"
import { order, stock, unitsShortOf, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"
const MINUTES = 20

/** Rounds that complete a cart, and those that reserve as a checkout does. */
const CARTS = 10
const RESERVATIONS = 190

/** How often a round tries to buy, at most. */
const TRIES = 3

/** In the other rounds, what a tick does about holds is done. */
const WHOLE_TICK = 10

/** Some milliseconds more than it takes to hold a unit. */
const AT_LATEST_MS = 25

export function holds(shop: TestShop): void {
  const inventory = () => shop.container.resolve(Modules.INVENTORY)
  const shortage = () => shop.container.resolve(SHORTAGE_MODULE)

  const hold = async (
    location_id: string,
    quantity = 1,
    offer_id = "shoff_test"
  ) =>
    await placeHold(
      {
        offer_id,
        variant_id: await variantOf(shop, KETTLE),
        quantity,
        location_id,
        expires_at: new Date(shop.clock.now().getTime() + MINUTES * 60_000),
      },
      shop.container
    )

  const heldAt = async (inventory_item_id: string) =>
    (await inventory().listReservationItems({ inventory_item_id })).filter(
      ({ metadata }) => metadata?.shortage_hold
    )

  /** Neither the reservations nor the counter have anything left over. */
  const expectReserved = async (inventory_item_id: string, units: number) => {
    const reservations = await inventory().listReservationItems({
      inventory_item_id,
    })
    const [level] = await inventory().listInventoryLevels({ inventory_item_id })
    expect([
      reservations.reduce((sum, { quantity }) => sum + Number(quantity), 0),
      Number(level?.reserved_quantity),
    ]).toEqual([units, units])
  }

  const sellOnlyWhatIsThere = async () =>
    await shop.container
      .resolve(Modules.PRODUCT)
      .updateProductVariants(await variantOf(shop, KETTLE), {
        allow_backorder: false,
      })

  /** Medusa's own step of a checkout, without the cart. */
  const reserveAsACheckout = async (place: {
    inventory_item_id: string
    location_id: string
  }) =>
    await createReservationsWorkflow(shop.container).run({
      input: { reservations: [{ ...place, quantity: 1 }] },
    })

  /** @returns whether the hold won; before it ends nobody else gets the unit */
  const round = async (
    nth: number,
    place: { inventory_item_id: string; location_id: string },
    buy: () => Promise<unknown>
  ): Promise<boolean> => {
    const offer_id = `shoff_${nth}`
    const offering = () => hold(place.location_id, 1, offer_id)
    // Each time the other meets the hold at a later of its statements.
    const later = async () => {
      await setTimeout(nth % AT_LATEST_MS)
      await buy()
    }
    const [held, bought] = await Promise.allSettled([offering(), later()])
    expect([held?.status, bought?.status].sort()).toEqual([
      "fulfilled",
      "rejected",
    ])
    if (held?.status !== "fulfilled") {
      expect(await heldAt(place.inventory_item_id)).toEqual([])
      return false
    }
    expect(await heldAt(place.inventory_item_id)).toHaveLength(1)
    const [again] = await Promise.allSettled([buy()])
    expect(again?.status).toBe("rejected")
    shop.clock.advance(MINUTES + 1)
    // The whole of a tick takes longer than the round.
    await (nth % WHOLE_TICK === 0
      ? shop.tick()
      : endExpiredOffers(shop.container))
    expect(await heldAt(place.inventory_item_id)).toEqual([])
    await buy()
    await expect(offering()).rejects.toThrow("not free")
    return true
  }

  it("give the last unit to one of two, in as many rounds as reservations are made", async () => {
    const place = await stock(shop, KETTLE, 0)
    let won = 0
    for (let nth = 0; nth < RESERVATIONS; nth++) {
      await stock(shop, KETTLE, nth + 1)
      won += Number(
        await round(nth, place, async () => await reserveAsACheckout(place))
      )
    }

    expect(won).toBeGreaterThan(0)
    expect(won).toBeLessThan(RESERVATIONS)
    await expectReserved(place.inventory_item_id, RESERVATIONS)
  })

  it("give the last unit to one of two, where the other completes a cart", async () => {
    await sellOnlyWhatIsThere()
    await stock(shop, KETTLE, 1_000)
    // Another cart for each try: Medusa may still be undoing the last one, and
    // then leaves a second completion of the same cart unfinished for ever.
    const carts: Checkout[] = []
    for (let nth = 0; nth < TRIES * CARTS; nth++) {
      carts.push(await checkOut(purchaseIn(shop, somebody(nth))))
    }
    const place = await stock(shop, KETTLE, 0)
    for (let nth = 0; nth < CARTS; nth++) {
      await stock(shop, KETTLE, nth + 1)
      const ready = carts.splice(0, TRIES)
      await round(nth, place, async () => {
        const [cart] = ready.splice(0, 1)
        if (!cart) {
          throw new Error("No cart is left")
        }
        await complete(cart)
      })
    }

    await expectReserved(place.inventory_item_id, CARTS)
  })

  it("make nobody's line short, and are never short themselves", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 4)
    const [first = ""] = await order(shop, KETTLE, 2)
    await hold(location_id, 2)
    // It may be ordered although it is out of stock.
    const [second = ""] = await order(shop, KETTLE, 2)
    await shop.reconcile()
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 0])

    await stock(shop, KETTLE, 3)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 1])
    await releaseHolds(["shoff_test"], shop.container)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 1])
    await stock(shop, KETTLE, 4)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 0])
    await expectReserved(inventory_item_id, 4)
  })

  it("are refused where the level's counter or the reservations leave too few", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 3)
    await hold(location_id, 2)
    await expect(hold(location_id, 2)).rejects.toThrow("not free")
    await expect(hold("sloc_0")).rejects.toThrow("not free")

    await expectReserved(inventory_item_id, 2)
  })

  it.each([
    "before anything is reserved",
    "once its row has ended, before the reservation is deleted",
  ])(
    "are released by a tick although their process was killed %s",
    async (when) => {
      const { inventory_item_id, location_id } = await stock(shop, KETTLE, 3)
      if (when === "before anything is reserved") {
        await shortage().keepHold(
          {
            offer_id: "shoff_test",
            location_id,
            items: [{ inventory_item_id, quantity: 1 }],
            expires_at: shop.clock.now(),
          },
          shop.clock.now()
        )
      } else {
        await hold(location_id)
        await shortage().endHolds(["shoff_test"], shop.clock.now())
      }
      await Promise.all([shop.tick(), shop.tick(), shop.reconcile()])

      await expectReserved(inventory_item_id, 0)
      expect(await shortage().listShortageHolds({ cleared_at: null })).toEqual(
        []
      )
    }
  )

  it("are released by the reconciler if they were reserved after their row had ended, or have none", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 9)
    const ended = await hold(location_id, 1, "shoff_ended")
    await releaseHolds(["shoff_ended"], shop.container)
    await hold(location_id, 4)
    for (const shortage_hold of [ended, "shhold_0"]) {
      await inventory().createReservationItems([
        {
          inventory_item_id,
          location_id,
          quantity: 2,
          metadata: { shortage_hold },
        },
      ])
    }
    await shop.reconcile()

    await expectReserved(inventory_item_id, 4)
  })
}
