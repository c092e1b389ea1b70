import { complete } from "../../../demo/shopper/order"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import { storeName } from "../../../src/shop/store"
import {
  bookingOf,
  deliveryOf,
  offerWindows,
  onTheDay,
  readyCart,
  storefront,
} from "../../shop/delivery-windows"
import { taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

const ROOT = "/store/delivery-windows/bookings"

export function customer(shop: TestShop): void {
  const store = storefront(shop)

  /** An order with a window, and the customer's link. */
  const prepared = shop.preparedOnce(async () => {
    const made = await offerWindows(shop)
    const { id: order_id } = await complete(await readyCart(shop))
    await shop
      .post(`/admin/delivery-windows/orders/${order_id}/book`, {
        window_id: made.window.id,
      })
      .expect(200)
    const { body } = await shop
      .post(`/admin/delivery-windows/orders/${order_id}/link`)
      .expect(200)
    return { ...made, order_id, ...body }
  })

  const path = () => new URL(prepared().link).pathname
  const token = () => path().split("/").at(-1) ?? ""
  const page = (query = "?lang=en") =>
    shop.customer.get(`${path()}${query}`).redirects(0)
  const send = (window_id: string) =>
    shop.customer
      .post(`${path()}?lang=en`)
      .redirects(0)
      .type("form")
      .send({ window_id })

  it("is sent a link with the window in words", async () => {
    const { link, subject, message, order_id } = prepared()
    const { order_display_id } = await taskOf(shop, order_id)
    expect(message).toMatch(
      /^Добрий день, Олена! Кур’єр приїде: .*16:00–18:00\. /
    )
    expect(subject).toMatch(
      new RegExp(`: доставка замовлення №${order_display_id}, .*16:00–18:00$`)
    )
    expect(message).toContain(link)
    expect(await deliveryOf(shop, order_id)).toMatchObject({ link })
  })

  it("moves the delivery by the link, without a key and without a script, as often as the shop says", async () => {
    const { order_id, window, next } = prepared()
    const shown = await page().expect(200)
    expect(shown.text).toContain('<html lang="en">')
    expect(shown.text).not.toContain("<script")
    expect(shown.get("Content-Security-Policy")).toContain("default-src 'none'")
    expect(shown.get("Cache-Control")).toBe("no-store")
    expect(shown.text).toContain("16:00–18:00")
    // Where the order has no language, that of the country it goes to.
    await page("").expect(200, /<html lang="uk">[^]*Ваша доставка/)
    await page("")
      .set("Accept-Language", "bg")
      .expect(200, /<html lang="uk">/)
    // A browser cannot point at what is folded.
    expect(shown.text).toMatch(/<input type="radio"[^>]*value="[^"]+" \/>/)
    await send("").expect(200, /Please choose a time/)

    const sent = await send(next.id).expect(303)
    await page(sent.get("Location")).expect(200, /The new time is agreed/)
    expect(await bookingOf(shop, order_id)).toMatchObject({
      window_id: next.id,
      agreed_by: "customer",
      customer_moves: 1,
    })
    await send(window.id).expect(303)
    await send(next.id).expect(200, /can no longer be changed/)
    expect((await page().expect(200)).text).not.toContain("<form")
    expect(await deliveryOf(shop, order_id)).toMatchObject({
      link: null,
      booking: { window: { id: window.id } },
      history: [
        { kind: "moved", actor_id: null, data: { agreed_by: "customer" } },
        { kind: "moved" },
        { kind: "booked" },
      ],
    })
    const { body } = await shop
      .post(`/admin/delivery-windows/orders/${order_id}/link`)
      .expect(200)
    expect(body).toEqual({
      link: prepared().link,
      moves_left: 0,
      subject: prepared().subject,
      message: expect.stringMatching(/16:00–18:00\. Ваша доставка: http/),
    })
    // The desk may do so as often as it likes.
    await shop
      .post(`/admin/delivery-windows/orders/${order_id}/move`, {
        window_id: next.id,
      })
      .expect(200)
    expect(
      await shop.container.resolve(DELIVERY_WINDOW_MODULE).sumsDiffer()
    ).toEqual([])
  })

  it("ends the wait for their reply, and is no attempt", async () => {
    const { order_id, next } = prepared()
    const { id } = await taskOf(shop, order_id)
    const confirm = async () =>
      (await shop.get(`/admin/follow-ups/${id}`).expect(200)).body
    await shop
      .post(`/admin/follow-ups/${id}/attempts`, {
        channel: "email",
        outcome: "message_sent",
      })
      .expect(200)
    expect((await confirm()).follow_up).toMatchObject({
      status: "waiting",
      waiting_reason: "customer_reply",
    })
    await send(next.id).expect(303)

    const { follow_up, activities } = await confirm()
    expect(follow_up).toMatchObject({ status: "open", attempt_count: 1 })
    expect(activities[0]).toMatchObject({
      kind: "resumed",
      actor: null,
      data: { by_customer: true },
    })
  })

  it("is told what is taken, and offered the others", async () => {
    const { next, order_id, window } = prepared()
    const module = shop.container.resolve(DELIVERY_WINDOW_MODULE)
    for (const cart_id of ["cart_1", "cart_2"]) {
      await module.hold(
        { window_id: next.id, cart_id, units: 1, minutes: 10_000 },
        0
      )
    }
    const { text } = await send(next.id).expect(200)
    expect(text).toContain("This time has just been taken")
    expect(text).toContain("<form")
    expect(text).not.toContain(next.id)
    expect(await bookingOf(shop, order_id)).toMatchObject({
      window_id: window.id,
      customer_moves: 0,
    })
  })

  it("moves nothing once the window's cut-off has passed", async () => {
    const { next, order_id, window } = prepared()
    shop.clock.set(onTheDay("14:01"))
    const { text } = await page().expect(
      200,
      /can no longer be changed here[^<]*just answer our message/
    )
    expect(text).not.toContain("call us")
    const made = await shop
      .post(`/admin/delivery-windows/orders/${order_id}/link`)
      .expect(200)
    expect(made.body).toMatchObject({ link: prepared().link, moves_left: 0 })
    await send(next.id).expect(200)
    const { body } = await store
      .post(`${ROOT}/${token()}`, { window_id: next.id })
      .expect(400)
    expect(body.code).toBe("window_cut_off")
    expect(await bookingOf(shop, order_id)).toMatchObject({
      window_id: window.id,
    })
  })

  it("reads and moves it over the store API with the link only, and nowhere else", async () => {
    const { next, order_id, window } = prepared()
    const { body } = await store.get(`${ROOT}/${token()}`).expect(200)
    expect(body.delivery).toMatchObject({
      status: "open",
      moves_left: 2,
      window: { id: window.id },
      windows: expect.arrayContaining([
        expect.objectContaining({ id: next.id, places_left: 2 }),
      ]),
    })
    expect(JSON.stringify(body)).not.toMatch(/olena|380|actor|order_id|cart/i)
    const moved = await store
      .post(`${ROOT}/${token()}`, { window_id: next.id })
      .expect(200)
    expect(moved.body.delivery).toMatchObject({
      moves_left: 1,
      window: { id: next.id },
    })

    const [id] = token().split(".")
    for (const [asked, status] of [
      [`${ROOT}/${token().slice(0, -1)}_`, 404],
      [`${ROOT}/${id}`, 404],
      [`${ROOT}/${token()}?fields=*order`, 400],
    ] as const) {
      const answered = await store.get(asked)
      expect([asked, answered.status]).toEqual([asked, status])
    }
    await store.post(`${ROOT}/${token()}`, {}).expect(400)
    await shop.customer.get(`${ROOT}/${token()}`).expect(400)
    const shop_name = await storeName(shop.container)
    for (const [language, said] of [
      ["en", "This link is not valid"],
      ["bg", "Тази връзка е невалидна"],
    ]) {
      const { text } = await shop.customer
        .get(`${path().slice(0, -1)}_?lang=${language}`)
        .expect(404)
      expect(text).toContain(`<title>${said} · ${shop_name}</title>`)
      expect(text).toContain(`<h1>${said}</h1>`)
    }
    // A link to an offer is none to a delivery.
    await store.get(`/store/offers/${token()}`).expect(404)
    for (const field of [
      "delivery_windows",
      "delivery_window",
      "delivery_window_booking",
      "delivery_window_bookings",
      "follow_up_tasks",
    ]) {
      const { text } = await store.get(
        `/store/orders/${order_id}?fields=id,*${field},*cart.${field}`
      )
      expect(text).not.toMatch(/dwbook_|dwin_|dwtmpl_|futask_/)
    }
  })

  it("is told when no courier comes by it any more", async () => {
    const { order_id } = prepared()
    await shop.post(`/admin/orders/${order_id}/cancel`).expect(200)
    await shop.settle()
    await page().expect(200, /No delivery is agreed here any more/)
    const { body } = await store.get(`${ROOT}/${token()}`).expect(200)
    expect(body.delivery).toMatchObject({ status: "closed", windows: [] })
  })
}
