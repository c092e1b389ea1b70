import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { complete } from "../../../demo/shopper/order"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import { changeWindowsWorkflow } from "../../../src/workflows"
import {
  arrangeOf,
  bookingOf,
  courier,
  deliveryOf,
  expressOption,
  leaveOnePlace,
  offerWindows,
  onTheDay,
  readyCart,
  theDay,
} from "../../shop/delivery-windows"
import { fulfill } from "../../shop/fulfill"
import { lineOf } from "../../shop/settle"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

/** What becomes of a booking when its order, or its window, is another one. */
export function changes(shop: TestShop): void {
  const module = () => shop.container.resolve(DELIVERY_WINDOW_MODULE)

  const book = async (order_id: string, window_id: string) =>
    await shop
      .post(`/admin/delivery-windows/orders/${order_id}/book`, { window_id })
      .expect(200)

  /** Somebody is to agree on its window. */
  const placed = async () => {
    const { id } = await complete(await readyCart(shop))
    await shop.settle()
    return id
  }

  /** An order of one item in a window for three. */
  const prepared = shop.preparedOnce(async () => {
    const made = await offerWindows(shop, {
      capacity: 3,
      capacity_unit: "items",
    })
    const order_id = await placed()
    await book(order_id, made.window.id)
    return { ...made, order_id }
  })

  /** Somebody else's cart takes what is free. */
  const fill = async (units: number) => {
    const { window } = prepared()
    const held = await module().hold(
      { window_id: window.id, cart_id: "cart_1", units, minutes: 10_000 },
      shop.clock.ahead_ms()
    )
    return held.booking?.id ?? ""
  }

  const edit = async (
    order_id: string,
    path: string,
    body: object,
    kind = "order-edits"
  ) => {
    const root = `/admin/${kind}`
    const at = kind === "order-edits" ? `/${order_id}` : `/${order_id}/edit`
    await shop
      .post(
        kind === "order-edits" ? root : `${root}${at}`,
        kind === "order-edits" ? { order_id } : {}
      )
      .expect(200)
    await shop.post(`${root}${at}/${path}`, body).expect(200)
    await shop.post(`${root}${at}/confirm`).expect(200)
    await shop.settle()
  }

  /** Has the order contain so many of its one item. */
  const orderItems = async (quantity: number) => {
    const { order_id } = prepared()
    const line = await lineOf(shop, order_id)
    await edit(order_id, `items/item/${line}`, { quantity })
  }

  const bookedUnits = async () => {
    const [window] = await module().listWindows({
      window_ids: [prepared().window.id],
    })
    return window?.booked
  }

  it("takes up what the order has after an edit, and frees what it has no more", async () => {
    const { order_id } = prepared()
    expect(await bookedUnits()).toBe(1)
    await orderItems(3)
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "confirmed",
      units: 3,
      flag: null,
    })
    expect(await bookedUnits()).toBe(3)
    await orderItems(2)
    expect(await bookedUnits()).toBe(2)
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
    })
    const { history } = await deliveryOf(shop, order_id)
    expect(history[0]).toMatchObject({
      kind: "resized",
      data: { from_units: 3, units: 2 },
    })
  })

  it("keeps its place where a grown order does not fit, and asks until there is room", async () => {
    const { order_id, window } = prepared()
    const other = await fill(2)
    await orderItems(3)
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "confirmed",
      window_id: window.id,
      units: 1,
      flag: "outgrown",
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "open",
      data: { reason: "outgrown" },
    })
    expect(await module().sumsDiffer()).toEqual([])

    await module().release(
      { booking_id: other, reason: "x", actor_id: null },
      shop.clock.ahead_ms()
    )
    await shop.tick()
    expect(await bookingOf(shop, order_id)).toMatchObject({
      units: 3,
      flag: null,
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "canceled",
      cancel_reason: "fits_again",
    })
    expect(await bookedUnits()).toBe(3)
  })

  it("may be left as it is although the order has grown, and nobody is asked again", async () => {
    const { order_id } = prepared()
    await fill(2)
    await orderItems(3)
    const task = await arrangeOf(shop, order_id)
    await shop
      .post(`/admin/follow-ups/${task?.id}/complete`, {
        outcome: "window_agreed",
      })
      .expect(200)
    for (let look = 0; look < 2; look++) {
      shop.clock.advance(20)
      await shop.reconcile()
      expect(await arrangeOf(shop, order_id)).toMatchObject({
        status: "completed",
      })
      expect(await bookingOf(shop, order_id)).toMatchObject({ flag: null })
    }
  })

  it("is overbooked within its window, with a reason, by those who may", async () => {
    const { order_id, window } = prepared()
    await fill(2)
    await orderItems(3)
    const { full_windows } = await deliveryOf(shop, order_id)
    expect(full_windows).toMatchObject([{ id: window.id, free: 0 }])
    const { body } = await shop
      .post(`/admin/delivery-windows/orders/${order_id}/move`, {
        window_id: window.id,
        overbook_reason: "A big van",
      })
      .expect(200)
    expect(body.delivery.booking).toMatchObject({
      units: 3,
      flag: null,
      overbooked_reason: "A big van",
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
      outcome: "window_agreed",
    })
  })

  it("is asked about once its order goes out in another way", async () => {
    const { order_id } = prepared()
    await shop.settle()
    const { zone_id } = await courier(shop)
    await edit(order_id, "shipping-method", {
      shipping_option_id: await expressOption(shop, zone_id),
    })
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "confirmed",
      flag: "shipping_changed",
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "open",
      data: { reason: "shipping_changed" },
    })
  })

  it("is asked for as soon as a draft is to be brought by courier", async () => {
    const { body } = await shop
      .post("/admin/draft-orders", {
        region_id: shop.wares.region_id,
        sales_channel_id: await shop.salesChannelId(),
        email: "drafted@mail.example",
        shipping_address: { first_name: "Петро", country_code: "ua" },
        items: [{ variant_id: shop.wares.variant_ids[0], quantity: 1 }],
      })
      .expect(200)
    const { id } = body.draft_order
    expect(await arrangeOf(shop, id)).toBeUndefined()
    const { option_id } = await courier(shop)
    await edit(
      id,
      "shipping-methods",
      { shipping_option_id: option_id, custom_amount: 120 },
      "draft-orders"
    )
    expect(await arrangeOf(shop, id)).toMatchObject({
      status: "open",
      data: { reason: "no_window" },
    })
  })

  it("is counted right again by the reconciler, which says so in the log", async () => {
    const { window } = prepared()
    const knex = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw(`update delivery_window set booked = 3 where id = ?`, [
      window.id,
    ])
    const warned = jest.spyOn(
      shop.container.resolve(ContainerRegistrationKeys.LOGGER),
      "warn"
    )
    try {
      await shop.reconcile()
      expect(await bookedUnits()).toBe(1)
      expect(warned.mock.calls.flat().join("\n")).toContain(
        `${window.id} counted 3 instead of 1`
      )
    } finally {
      warned.mockRestore()
    }
  })

  it("gives its place back if the order is over before its window begins", async () => {
    const { order_id } = prepared()
    await shop.post(`/admin/orders/${order_id}/complete`).expect(200)
    await shop.settle()
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "released",
      release_reason: "order_over",
    })
    expect(await bookedUnits()).toBe(0)
  })

  it("is delivered, at a time that nobody told, if the order is over once its window has begun", async () => {
    const { order_id } = prepared()
    shop.clock.set(onTheDay("19:00"))
    await withoutEvents(shop, async () => {
      await shop.post(`/admin/orders/${order_id}/complete`).expect(200)
      await shop.post(`/admin/orders/${order_id}/archive`).expect(200)
    })
    const backlog = async () =>
      (await module().readBacklog(10, shop.clock.ahead_ms())).count
    expect(await backlog()).toBe(1)
    await shop.reconcile()
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "delivered",
      delivered_at: null,
      late_minutes: null,
    })
    expect(await backlog()).toBe(0)
  })

  it("is followed until its window ends if a completed order is on its way", async () => {
    const { order_id } = prepared()
    const fulfillment_id = await fulfill(shop, order_id)
    await shop
      .post(
        `/admin/orders/${order_id}/fulfillments/${fulfillment_id}/shipments`,
        {
          items: [{ id: await lineOf(shop, order_id), quantity: 1 }],
          labels: [],
        }
      )
      .expect(200)
    await shop.post(`/admin/orders/${order_id}/complete`).expect(200)
    await shop.settle()
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "confirmed",
    })
    shop.clock.set(onTheDay("18:30"))
    await shop.reconcile()
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "delivered",
      delivered_at: null,
    })
  })

  it("of a date that is closed is called about by ticks, the last booked first, and no longer once it is open", async () => {
    const { order_id, window } = prepared()
    const orders = [order_id]
    for (let more = 0; more < 2; more++) {
      shop.clock.advance(1)
      const id = await placed()
      await book(id, window.id)
      orders.push(id)
    }
    const { result } = await changeWindowsWorkflow(shop.container).run({
      input: {
        kind: "save_exception",
        exception: {
          date: theDay(),
          template_id: null,
          kind: "closed",
          capacity: null,
          starts_at: null,
          ends_at: null,
          label: "Snow",
        },
      },
    })
    expect(result.over.map((one) => one.order_id)).toEqual(
      [...orders].reverse()
    )
    const asked = async () => {
      const tasks = await Promise.all(
        orders.map(async (id) => await arrangeOf(shop, id))
      )
      return tasks.map((task) => task?.status)
    }
    expect(await asked()).toEqual(["completed", "completed", "completed"])
    await shop.tick()
    expect(await asked()).toEqual(["open", "open", "open"])

    // Of those who are left on a closed date, nobody fits again.
    await shop.post(`/admin/orders/${orders[1]}/cancel`).expect(200)
    await shop.tick()
    expect(await asked()).toEqual(["open", "canceled", "open"])

    await changeWindowsWorkflow(shop.container).run({
      input: { kind: "remove_exception", id: result.id ?? "" },
    })
    await shop.tick()
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "canceled",
      cancel_reason: "fits_again",
    })
  })

  it("is called about each time anew that there is no room for it", async () => {
    const { order_id, template_id, window } = prepared()
    const second = await placed()
    await book(second, window.id)
    const cut = async () => {
      const { result } = await leaveOnePlace(shop, template_id)
      await shop.tick()
      return result.id ?? ""
    }
    const restore = async (id: string) => {
      await changeWindowsWorkflow(shop.container).run({
        input: { kind: "remove_exception", id },
      })
      await shop.tick()
    }
    const open = { status: "open", data: { reason: "over_capacity" } }
    const fits = { status: "canceled", cancel_reason: "fits_again" }
    for (let time = 0; time < 2; time++) {
      shop.clock.advance(5)
      const id = await cut()
      expect(await arrangeOf(shop, second)).toMatchObject(open)
      await restore(id)
      expect(await arrangeOf(shop, second)).toMatchObject(fits)
    }
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
    })
    // Whoever is agreed with once is not called about the same again.
    await cut()
    const task = await arrangeOf(shop, second)
    await shop
      .post(`/admin/follow-ups/${task?.id}/complete`, {
        outcome: "window_agreed",
      })
      .expect(200)
    shop.clock.advance(20)
    await shop.reconcile()
    expect(await arrangeOf(shop, second)).toMatchObject({ status: "completed" })
  })

  it("is asked about each time anew that its order grows beyond the window", async () => {
    const { order_id } = prepared()
    for (let time = 0; time < 2; time++) {
      const other = await fill(2)
      await orderItems(3)
      expect(await arrangeOf(shop, order_id)).toMatchObject({
        status: "open",
        data: { reason: "outgrown" },
      })
      await module().release(
        { booking_id: other, reason: "x", actor_id: null },
        shop.clock.ahead_ms()
      )
      await shop.tick()
      expect(await arrangeOf(shop, order_id)).toMatchObject({
        status: "canceled",
        cancel_reason: "fits_again",
      })
      expect(await bookedUnits()).toBe(3)
      await orderItems(1)
    }
  })

  it("that was overbooked on purpose is called about on a closed date, and no longer once it is open", async () => {
    const { window } = prepared()
    await fill(2)
    const second = await placed()
    await shop
      .post(`/admin/delivery-windows/orders/${second}/book`, {
        window_id: window.id,
        overbook_reason: "A birthday",
      })
      .expect(200)
    const { result } = await changeWindowsWorkflow(shop.container).run({
      input: {
        kind: "save_exception",
        exception: {
          date: theDay(),
          template_id: null,
          kind: "closed",
          capacity: null,
          starts_at: null,
          ends_at: null,
          label: "Snow",
        },
      },
    })
    await shop.tick()
    expect(await arrangeOf(shop, second)).toMatchObject({
      status: "open",
      data: { reason: "over_capacity" },
    })
    await changeWindowsWorkflow(shop.container).run({
      input: { kind: "remove_exception", id: result.id ?? "" },
    })
    await shop.tick()
    expect(await arrangeOf(shop, second)).toMatchObject({
      status: "canceled",
      cancel_reason: "fits_again",
    })
  })

  it("beyond a capacity that was cut is no longer called about once another is canceled", async () => {
    const { order_id, window, template_id } = prepared()
    const orders = [order_id]
    for (let more = 0; more < 2; more++) {
      shop.clock.advance(1)
      const id = await placed()
      await book(id, window.id)
      orders.push(id)
    }
    await leaveOnePlace(shop, template_id)
    await shop.tick()
    await shop.post(`/admin/orders/${orders[0]}/cancel`).expect(200)
    await shop.settle()
    await shop.tick()
    // The first of those who are left fits, the last is still asked.
    expect(await bookingOf(shop, orders[1] ?? "")).toMatchObject({ flag: null })
    expect(await arrangeOf(shop, orders[1] ?? "")).toMatchObject({
      status: "canceled",
      cancel_reason: "fits_again",
    })
    expect(await bookingOf(shop, orders[2] ?? "")).toMatchObject({
      flag: "over_capacity",
    })
    expect(await arrangeOf(shop, orders[2] ?? "")).toMatchObject({
      status: "open",
    })
  })
}
