import { container as medusa } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { complete } from "../../../demo/shopper/order"
import { chooseWindow } from "../../../demo/shopper/window"
import type { AdminFollowUpCallSheetResponse } from "../../../src/api/admin/follow-ups/types"
import { DELIVERY_CARRIERS } from "../../../src/desk/delivery-carrier"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import {
  arrangeOf,
  bookingOf,
  courier,
  deliveryOf,
  expressOption,
  offerWindows,
  onTheDay,
  readyCart,
  storefront,
  theDay,
} from "../../shop/delivery-windows"
import { REQUESTS_A_MINUTE } from "../../../src/api/customer-page/limit-rate"
import type { TestShop } from "../../shop/test-shop"
import { fakeCarrier } from "../../../src/workflows/delivery-window/carriers/fake-carrier"
import { withoutEvents } from "../../shop/without-events"
import { refused } from "../refused"

export function checkout(shop: TestShop): void {
  const prepared = shop.preparedOnce(() => offerWindows(shop))
  const module = () => shop.container.resolve(DELIVERY_WINDOW_MODULE)
  const store = storefront(shop)

  const heldCart = async () => {
    const cart = await readyCart(shop)
    await store.hold(cart.cart_id, prepared().window.id).expect(200)
    return cart
  }

  /** Somebody else's carts take what is free. */
  const fill = async (places: number) => {
    for (let place = 0; place < places; place++) {
      const { refused } = await module().hold(
        {
          window_id: prepared().window.id,
          cart_id: `cart_${place}`,
          units: 1,
          minutes: 10_000,
        },
        shop.clock.ahead_ms()
      )
      expect(refused).toBeUndefined()
    }
  }

  it("lists what is open by the cart's address, and says what goes with which option and what is nearly full", async () => {
    const { cart_id } = await readyCart(shop)
    const { option_id } = await courier(shop)
    await fill(1)
    await offerWindows(shop, {
      starts_at: "20:00",
      ends_at: "22:00",
      capacity: 3,
    })
    const dates = `&from=${theDay()}&to=${theDay(1)}`
    const { body } = await store.windows(cart_id, dates).expect(200)
    expect(body).toMatchObject({ count: 4, currency_code: "uah", hold: null })
    expect(body.delivery_windows).toMatchObject([
      {
        id: prepared().window.id,
        local_date: theDay(),
        local_start: "16:00",
        local_end: "18:00",
        time_zone: "Europe/Kyiv",
        cut_off_at: onTheDay("14:00").toISOString(),
        places_left: 1,
        shipping_options: [
          { id: option_id, name: "Nova Poshta courier", amount: 120 },
        ],
      },
      { local_start: "20:00", places_left: null },
      { id: prepared().next.id, places_left: 2 },
      { local_start: "20:00", places_left: null },
    ])

    const elsewhere = await store
      .post("/store/carts", {
        region_id: shop.wares.regions.bg,
        shipping_address: { country_code: "bg", city: "София" },
      })
      .expect(200)
    const none = await store.windows(elsewhere.body.cart.id).expect(200)
    expect(none.body).toMatchObject({ delivery_windows: [], count: 0 })

    const reversed = await store
      .windows(elsewhere.body.cart.id, `&from=${theDay(1)}&to=${theDay()}`)
      .expect(400)
    expect(reversed.body).toMatchObject({
      code: "ends_before_it_begins",
      path: ["to"],
      values: { was: theDay(), from: theDay(1) },
    })
  })

  it("says to a storefront that asks too often when it may ask again, as JSON", async () => {
    const ask = () => store.windows("cart_of_nobody")
    for (let times = 0; times < REQUESTS_A_MINUTE; times++) {
      await ask().expect(404)
    }
    const { body, headers } = await ask().expect(429)
    expect(body).toMatchObject({
      code: "too_many_requests",
      message: expect.stringContaining("try again in"),
      values: { wait_s: Number(headers["retry-after"]) },
    })
  })

  it("offers what the carrier of an option comes in, and everything as long as it does not say", async () => {
    const { cart_id } = await readyCart(shop)
    const options = [(await courier(shop)).option_id]
    // Of its own name, as carriers take turns by it.
    const carrier = { ...fakeCarrier(options), carrier: "of_intervals" }
    medusa.registerAdd(DELIVERY_CARRIERS, asValue(carrier))
    const offered = async () =>
      (
        await store
          .windows(cart_id, `&from=${theDay()}&to=${theDay()}`)
          .expect(200)
      ).body.delivery_windows.map(({ id }: { id: string }) => id)
    const evening = { id: "e", local_start: "15:00", local_end: "19:00" }
    const morning = { id: "m", local_start: "09:00", local_end: "17:00" }
    const { window } = prepared()
    try {
      carrier.come(morning, evening)
      expect(await offered()).toEqual([window.id])
      carrier.come(morning)
      expect(await offered()).toEqual([])
      // Whoever chose it before may have it.
      await store.hold(cart_id, window.id).expect(200)
      // It does not know the address.
      carrier.come()
      expect(await offered()).toEqual([window.id])
      carrier.fail(new Error("The carrier is down"))
      expect(await offered()).toEqual([window.id])
    } finally {
      options.length = 0
    }
  })

  it("holds one place for a cart, whatever is asked twice, and gives it to the order", async () => {
    const { window, next } = prepared()
    const cart = await readyCart(shop)
    const [first, again] = await Promise.all([
      store.hold(cart.cart_id, next.id).expect(200),
      store.hold(cart.cart_id, next.id).expect(200),
    ])
    expect(first.body.hold).toMatchObject({ window: { id: next.id } })
    expect(again.body.hold.seconds_left).toBeGreaterThan(14 * 60)
    await store.hold(cart.cart_id, window.id).expect(200)
    const held = await module().readBookings({ cart_ids: [cart.cart_id] })
    expect(held).toMatchObject([{ window_id: window.id, status: "held" }])
    const { body } = await store.windows(cart.cart_id).expect(200)
    expect(body.hold).toMatchObject({ window: { id: window.id } })

    const { id } = await complete(cart)
    expect(await arrangeOf(shop, id)).toBeUndefined()
    expect(await bookingOf(shop, id)).toMatchObject({
      id: held[0]?.id,
      window_id: window.id,
      status: "confirmed",
      agreed_by: "customer",
    })
    const over = await store.hold(cart.cart_id, next.id).expect(400)
    expect(over.body).toEqual(
      refused({
        says: "has become an order",
        code: "cart_completed",
        path: ["cart_id"],
        type: "not_allowed",
      })
    )
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("is done by a shopper of the demo, who chooses a window", async () => {
    const cart = await readyCart(shop)
    const chosen = await chooseWindow(cart, true)
    const { id } = await complete(cart)
    expect(await arrangeOf(shop, id)).toBeUndefined()
    expect(await bookingOf(shop, id)).toMatchObject({
      status: "confirmed",
      window_id: chosen?.id,
      agreed_by: "customer",
    })
  })

  it("gives back what the shopper gives up, and asks a person once there is an order", async () => {
    const cart = await heldCart()
    const { body } = await store.giveUp(cart.cart_id).expect(200)
    expect(body).toMatchObject({ object: "delivery_hold", deleted: true })
    const again = await store.giveUp(cart.cart_id).expect(200)
    expect(again.body).toMatchObject({ deleted: false })

    const { id, created_at } = await complete(cart)
    expect(await arrangeOf(shop, id)).toMatchObject({
      status: "open",
      opened_at: new Date(created_at).toISOString(),
      data: { reason: "no_window", wish: null },
    })
  })

  it("says what is full, which is the next, and what is wrong with a request", async () => {
    const { window, next } = prepared()
    const { cart_id } = await readyCart(shop)
    await fill(2)
    const full = await store.hold(cart_id, window.id).expect(400)
    expect(full.body).toEqual(
      refused({
        says: "full",
        code: "window_full",
        path: ["window_id"],
        type: "not_allowed",
        values: {
          next_id: next.id,
          next_date: theDay(1),
          next_start: "16:00",
          next_end: "18:00",
        },
      })
    )
    for (const [asked, status, code] of [
      [store.hold(cart_id, "dwin_0"), 404, "window_not_found"],
      [store.hold("cart_no", window.id), 404, "cart_not_found"],
      [store.windows("cart_no"), 404, "cart_not_found"],
      [store.windows(cart_id, "&from=tomorrow"), 400, undefined],
      [store.windows(cart_id, "&fields=*booking"), 400, undefined],
      [store.get("/store/delivery-windows"), 400, undefined],
      [
        store.post("/store/delivery-windows/hold", { cart_id, window_id: 7 }),
        400,
        undefined,
      ],
    ] as const) {
      const answered = await asked
      expect([answered.status, code && answered.body.code]).toEqual([
        status,
        code,
      ])
      expect(answered.body.message).toBeTruthy()
    }
    expect(await module().readBookings({ cart_ids: [cart_id] })).toEqual([])
  })

  it("takes the place of a slow checkout only while it may: the order goes through, and a person is asked", async () => {
    shop.clock.set(onTheDay("13:55"))
    const cart = await heldCart()
    shop.clock.set(onTheDay("14:02"))
    const { id } = await complete(cart)

    expect(await arrangeOf(shop, id)).toMatchObject({
      status: "open",
      data: {
        reason: "window_past",
        wish: {
          window_id: prepared().window.id,
          starts_at: onTheDay("16:00").toISOString(),
        },
      },
    })
    expect(await bookingOf(shop, id)).toMatchObject({
      status: "released",
      release_reason: "cut_off",
    })
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("takes a free place in the same window where the hold has run out, or else keeps the wish", async () => {
    const [one, two] = [await heldCart(), await heldCart()]
    shop.clock.advance(16)
    await shop.tick()
    await fill(1)
    const first = await complete(one)
    expect(await arrangeOf(shop, first.id)).toBeUndefined()
    expect(await bookingOf(shop, first.id)).toMatchObject({
      status: "confirmed",
      window_id: prepared().window.id,
    })

    const second = await complete(two)
    const task = await arrangeOf(shop, second.id)
    expect(task).toMatchObject({
      data: {
        reason: "window_full",
        wish: { window_id: prepared().window.id },
      },
    })
    const { body } = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    expect(body.call_sheet.sections).toContainEqual(
      expect.objectContaining({
        section: "delivery_window",
        key: second.id,
        data: expect.objectContaining({ reason: "window_full" }),
      })
    )
    const { tasks }: AdminFollowUpCallSheetResponse["call_sheet"] =
      body.call_sheet
    const about = tasks.find(({ follow_up }) => follow_up.id === task?.id)
    // In the customer's language, the windows in it as well.
    expect(about?.script).toMatch(
      /обраний вами час уже зайнято: (понеділок|вівторок|середа|четвер|п.ятниця|субота|неділя), .*16:00–18:00/
    )
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("keeps no place that the chosen shipping option does not go with", async () => {
    const { zone_id } = await courier(shop)
    const express = await expressOption(shop, zone_id)
    const { window } = await offerWindows(shop, {
      name: "Express",
      shipping_option_ids: [express],
    })
    const cart = await readyCart(shop)
    const { body } = await store.windows(cart.cart_id).expect(200)
    expect(
      body.delivery_windows.find(({ id }: { id: string }) => id === window.id)
    ).toMatchObject({ shipping_options: [{ id: express, amount: 300 }] })
    await store.hold(cart.cart_id, window.id).expect(200)
    const { id } = await complete(cart)

    expect(await arrangeOf(shop, id)).toMatchObject({
      data: { reason: "shipping_changed", wish: { window_id: window.id } },
    })
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("takes up what its cart does in a unit of the shop's own", async () => {
    const { delivery_windows } = shop.followUp.settings
    delivery_windows.capacity_units = [
      {
        unit: "crates",
        label: { en: "Crates" },
        unitsOf: ({ items }) => 2 * items.length,
      },
    ]
    try {
      const { window } = await offerWindows(shop, {
        starts_at: "20:00",
        ends_at: "22:00",
        capacity: 3,
        capacity_unit: "crates",
      })
      const carts = [await readyCart(shop), await readyCart(shop)]
      const [one = "", other = ""] = carts.map(({ cart_id }) => cart_id)
      await store.hold(one, window.id).expect(200)
      const held = await module().readBookings({ cart_ids: [one] })
      expect(held).toMatchObject([{ window_id: window.id, units: 2 }])
      const { body } = await store.windows(other).expect(200)
      expect(body.delivery_windows).not.toContainEqual(
        expect.objectContaining({ id: window.id })
      )
      const full = await store.hold(other, window.id).expect(400)
      expect(full.body.code).toBe("window_full")
    } finally {
      delivery_windows.capacity_units = []
    }
  })

  it("tells the agent who books that the shop's own unit could not count the order", async () => {
    const { delivery_windows } = shop.followUp.settings
    let count = (): number => 2
    delivery_windows.capacity_units = [
      { unit: "crates", label: { en: "Crates" }, unitsOf: () => count() },
    ]
    try {
      const { window } = await offerWindows(shop, {
        starts_at: "20:00",
        ends_at: "22:00",
        capacity: 5,
        capacity_unit: "crates",
      })
      const { id } = await complete(await readyCart(shop))
      const unknown = async () => {
        const { windows } = await deliveryOf(shop, id)
        return windows.flatMap((one) => (one.is_size_unknown ? one.id : []))
      }
      expect(await unknown()).toEqual([])

      count = () => {
        throw new TypeError("It has no size")
      }
      const seen = await unknown()
      expect(seen).toContain(window.id)
      // Those that are counted in orders are not concerned.
      expect(seen).not.toContain(prepared().window.id)
      await shop
        .post(`/admin/delivery-windows/orders/${id}/book`, {
          window_id: window.id,
        })
        .expect(200)
      expect(await bookingOf(shop, id)).toMatchObject({
        status: "confirmed",
        units: 1,
        flag: null,
      })
    } finally {
      delivery_windows.capacity_units = []
    }
  })

  it("lets orders go through although the shop's own unit fails, and asks a person whether it fits", async () => {
    const { delivery_windows } = shop.followUp.settings
    let count = (): number => 2
    delivery_windows.capacity_units = [
      { unit: "crates", label: { en: "Crates" }, unitsOf: () => count() },
    ]
    const logged = jest.spyOn(
      shop.container.resolve(ContainerRegistrationKeys.LOGGER),
      "error"
    )
    try {
      const { window } = await offerWindows(shop, {
        starts_at: "20:00",
        ends_at: "22:00",
        capacity: 5,
        capacity_unit: "crates",
      })
      const [one, other] = [await readyCart(shop), await readyCart(shop)]
      await store.hold(one.cart_id, window.id).expect(200)
      count = () => {
        throw new TypeError("Олена Коваленко has no size")
      }
      const { body } = await store.windows(other.cart_id).expect(200)
      const offered = body.delivery_windows.map(({ id }: { id: string }) => id)
      expect(offered).toContain(prepared().window.id)
      expect(offered).toContain(window.id)
      await store.hold(other.cart_id, window.id).expect(200)

      const orders = [await complete(one), await complete(other)]
      for (const [index, units] of [2, 1].entries()) {
        const id = orders[index]?.id ?? ""
        expect(await arrangeOf(shop, id)).toMatchObject({
          status: "open",
          data: { reason: "units_unknown" },
        })
        expect(await bookingOf(shop, id)).toMatchObject({
          status: "confirmed",
          window_id: window.id,
          units,
        })
        expect((await deliveryOf(shop, id)).reason).toBe("units_unknown")
      }
      const said = logged.mock.calls.map((line) => line.map(String).join(" "))
      // Once a minute, however many ask.
      expect(said.filter((line) => line.includes('unit "crates"'))).toEqual([
        expect.stringMatching(/threw TypeError at .+checkout/),
      ])
      expect(said.join()).not.toContain("Коваленко")

      count = () => 3
      shop.clock.advance(20)
      await shop.reconcile()
      const after = []
      for (const { id } of orders) {
        const [task, booking] = [
          await arrangeOf(shop, id),
          await bookingOf(shop, id),
        ]
        after.push([task?.status, booking?.units, booking?.flag].join(" "))
      }
      // There was room for one of them.
      expect(after.sort()).toEqual([
        "canceled 3 ",
        expect.stringMatching(/^open [12] outgrown$/),
      ])
    } finally {
      logged.mockRestore()
      delivery_windows.capacity_units = []
    }
  })

  it("lets orders go through while the tables are gone, and asks for a window once they are back", async () => {
    const cart = await heldCart()
    const knex = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const rename = async (from: string, to: string) =>
      await knex.raw(`alter table ${from} rename to ${to}`)
    await rename("delivery_window_booking", "broken")
    const held = await complete(cart)
    const plain = await complete(await readyCart(shop))
    await shop.settle()
    await rename("broken", "delivery_window_booking")
    shop.clock.advance(2)
    await shop.reconcile()

    expect(await arrangeOf(shop, plain.id)).toMatchObject({
      status: "open",
      data: { reason: "no_window" },
    })
    expect(await bookingOf(shop, held.id)).toMatchObject({
      status: "confirmed",
    })
  })

  it("confirms what is held although the event was lost", async () => {
    const cart = await heldCart()
    const { id } = await withoutEvents(shop, () => complete(cart))
    expect(await bookingOf(shop, id)).toBeUndefined()
    shop.clock.advance(2)
    await shop.reconcile()
    await shop.reconcile()

    expect(await bookingOf(shop, id)).toMatchObject({ status: "confirmed" })
    expect(await arrangeOf(shop, id)).toBeUndefined()
  })

  it("gives the place of a canceled order back, and asks nobody", async () => {
    const { id } = await complete(await heldCart())
    await shop.settle()
    await shop.post(`/admin/orders/${id}/cancel`).expect(200)

    expect(await arrangeOf(shop, id)).toBeUndefined()
    expect(await bookingOf(shop, id)).toMatchObject({
      status: "released",
      release_reason: "order_canceled",
    })
    expect(await module().sumsDiffer()).toEqual([])
  })
}
