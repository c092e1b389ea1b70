import { asValue } from "@medusajs/framework/awilix"
import { container as medusa } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Temporal } from "temporal-polyfill"
import { deliver } from "../../../demo/courier"
import { agents, demoPassword } from "../../../demo/seed/people"
import type { AdminDeliveryPromise } from "../../../src/api/admin/delivery-windows/texts/types"
import { DELIVERY_CARRIERS } from "../../../src/desk/delivery-carrier"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import { fakeCarrier } from "../../../src/workflows/delivery-window/carriers/fake-carrier"
import { loadOrders } from "../../../src/shop/orders"
import { makeWindows } from "../../../src/workflows/delivery-window/make-windows"
import { aboutOrder } from "../../../src/workflows/follow-up/about-order"
import { openFollowUps } from "../../../src/workflows/follow-up/open-follow-ups"
import { deliveryOf } from "../../shop/delivery-windows"
import { fulfill } from "../../shop/fulfill"
import { COURIER_SECRET, courierReports, type Sent } from "../../shop/courier"
import { placeOrder, tasksOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import type { TestShop } from "../../shop/test-shop"

const ZONE = "Europe/Kyiv"

export function tracking(shop: TestShop): void {
  const windows = () => shop.container.resolve(DELIVERY_WINDOW_MODULE)

  /** Some days from now, so that no window has begun. */
  const day = Temporal.Now.plainDateISO(ZONE).add({ days: 3 })
  const at = (time: string, days = 0) =>
    new Date(
      day.add({ days }).toZonedDateTime({
        timeZone: ZONE,
        plainTime: Temporal.PlainTime.from(time),
      }).epochMilliseconds
    )
  const iso = (time: string) => at(time).toISOString()
  /** What one tick commits, the next delivers. */
  const now = async (time: string, days?: number) => {
    shop.clock.set(at(time, days))
    await shop.tick()
    await shop.tick()
  }

  /** An order that comes between two and four. */
  const placed = shop.preparedOnce(async () => {
    const { id: order_id, display_id } = await placeOrder(shop)
    const order = await shop.container
      .resolve(Modules.ORDER)
      .retrieveOrder(order_id, { relations: ["shipping_methods"] })
    const option = order.shipping_methods?.[0]?.shipping_option_id ?? ""
    const template = {
      name: "Afternoon",
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      starts_at: "14:00",
      ends_at: "16:00",
      time_zone: ZONE,
      service_zone_id: null,
      shipping_option_ids: [option],
      capacity: 5,
      capacity_unit: "orders",
      cut_off_minutes: 0,
      lead_minutes: 0,
      valid_from: null,
      valid_to: null,
      is_on: true,
    }
    const { id: template_id } = await windows().saveTemplate(template)
    await makeWindows(shop.container, {
      from: day.toString(),
      to: day.add({ days: 2 }).toString(),
    })
    const made = await windows().listWindows({
      template_ids: [template_id],
      from_date: day.toString(),
    })
    const [window, next] = made
    const result = await windows().book(
      {
        window_id: window?.id ?? "",
        order_id,
        units: 1,
        agreed_by: "agent",
        actor_id: shop.agent().id,
      },
      0
    )
    return {
      order_id,
      template,
      display_id: Number(display_id),
      booking_id: result.booking?.id ?? "",
      next_window_id: next?.id ?? "",
    }
  })

  beforeEach(async () => await now("12:00"))

  const report = (body: object, sent?: Sent) =>
    courierReports(shop, { order_id: placed().order_id, ...body }, sent)
  const eta = async (observed: string, expected: string, sent?: Sent) => {
    shop.clock.set(at(observed))
    await report(
      { observed_at: iso(observed), eta: iso(expected) },
      sent
    ).expect(200)
    await shop.tick()
  }
  const tracked = async (fulfillment_id: string, ...numbers: string[]) =>
    await shop.container
      .resolve(Modules.FULFILLMENT)
      .updateFulfillment(fulfillment_id, {
        labels: numbers.map((tracking_number) => ({
          tracking_number,
          tracking_url: "#",
          label_url: "#",
        })),
      })
  const booking = async () =>
    (await windows().readBookings({ order_ids: [placed().order_id] })).at(-1)
  const late = async () =>
    (await tasksOf(shop, placed().order_id)).filter(
      ({ type }) => type === "delivery_late"
    )
  const dataOf = async (id: string) => (await shop.followUp.findTask(id))?.data
  const promises = async (): Promise<AdminDeliveryPromise[]> =>
    (
      await shop
        .get(`/admin/delivery-windows/orders/${placed().order_id}/promises`)
        .expect(200)
    ).body.promises
  const notified = async (kind: string) =>
    (
      await shop.container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: placed().order_id })
    ).filter(({ trigger_type }) => trigger_type === `delivery_window.${kind}`)

  /** Nobody can be sent anything meanwhile. */
  const withoutProviders = async <T>(run: () => Promise<T>): Promise<T> => {
    const { modules } = shop.container.resolve(
      ContainerRegistrationKeys.CONFIG_MODULE
    )
    const configured = modules?.[Modules.NOTIFICATION]
    if (typeof configured !== "object") {
      throw new Error("The shop has no notification module")
    }
    const { options } = configured
    configured.options = { providers: [] }
    try {
      return await run()
    } finally {
      configured.options = options
    }
  }

  describe("a courier's report", () => {
    it("opens one task at once, which later reports update, and older ones do not", async () => {
      await eta("15:10", "16:25")
      const [task, ...others] = await late()
      expect(others).toEqual([])
      expect(task).toMatchObject({
        status: "open",
        opened_at: iso("15:10"),
        priority: "urgent",
      })
      expect(await dataOf(task?.id ?? "")).toMatchObject({
        expected_at: iso("16:25"),
      })

      await eta("15:30", "16:40")
      shop.clock.set(at("15:31"))
      const { body } = await report({
        observed_at: iso("15:20"),
        eta: iso("16:25"),
      }).expect(200)
      expect(body.report).toEqual({
        order_id: placed().order_id,
        outcome: "taken",
        is_news: false,
      })
      expect(await late()).toMatchObject([{ id: task?.id, status: "open" }])
      expect(await dataOf(task?.id ?? "")).toMatchObject({
        expected_at: iso("16:40"),
      })
      // It never left the queue in between.
      const left = await shop.followUp.listFollowUpActivities({
        task_id: task?.id,
        kind: ["canceled", "reopened"],
      })
      expect(left).toEqual([])
      expect(await booking()).toMatchObject({
        status: "late",
        expected_at: at("16:40"),
      })

      shop.clock.set(at("16:32"))
      await report({
        type: "delivered",
        observed_at: iso("16:31"),
        proof: "https://courier.example/proof/1",
      }).expect(200)
      expect(await booking()).toMatchObject({
        status: "delivered",
        delivered_at: at("16:31"),
        late_minutes: 31,
      })
      expect(await late()).toMatchObject([{ status: "canceled" }])
      const { history } = await deliveryOf(shop, placed().order_id)
      expect(history[0]).toMatchObject({
        kind: "delivered",
        data: { proof: "https://courier.example/proof/1" },
      })
      // Of what is there, no time is expected any more.
      await eta("16:40", "17:30")
      expect(await late()).toMatchObject([{ status: "canceled" }])
      expect((await booking())?.late_minutes).toBe(31)
      expect(
        (await promises()).map(({ kind, to_at, kept }) => [kind, to_at, kept])
      ).toEqual([
        ["late", iso("16:40"), true],
        ["late", iso("16:25"), false],
        ["agreed", iso("16:00"), false],
      ])
      expect(await notified("late")).toMatchObject([
        { channel: "sms", status: "success" },
        { channel: "sms", status: "success" },
      ])
    })

    it("about a booking that moves to another window leaves no task open", async () => {
      await eta("12:10", "16:25")
      expect(await late()).toMatchObject([{ status: "open" }])
      await windows().move(
        {
          booking_id: placed().booking_id,
          window_id: placed().next_window_id,
          units: 1,
          agreed_by: "customer",
          actor_id: null,
          most_moves: 2,
        },
        shop.clock.ahead_ms()
      )
      await now("12:20")
      expect(await late()).toMatchObject([
        { status: "canceled", cancel_reason: "window_moved" },
      ])
    })

    it.each([
      [true, { status: "completed", outcome: "other_window" }],
      [undefined, { status: "canceled", cancel_reason: "window_moved" }],
    ])(
      "about a booking that a person moves is closed in their name; on the call: %s",
      async (on_call, closed) => {
        await eta("12:10", "16:25")
        await shop
          .post(`/admin/delivery-windows/orders/${placed().order_id}/move`, {
            window_id: placed().next_window_id,
            on_call,
          })
          .expect(200)
        await now("12:20")
        const [task] = await late()
        expect(task).toMatchObject({
          ...closed,
          attempt_count: on_call ? 1 : 0,
        })
        const { body } = await shop
          .get(`/admin/follow-ups/${task?.id}`)
          .expect(200)
        expect(body.activities[0]).toMatchObject({
          kind: closed.status,
          actor: { name: shop.agent().name },
        })
      }
    )

    it("is refused unless it is signed, and young", async () => {
      const body = { observed_at: iso("12:00"), eta: iso("16:25") }
      for (const wrong of [
        { secret: "whsec_YW5vdGhlci1zZWNyZXQtb2YtYW5vdGhlci1zaG9w" },
        { age: 301 },
        { age: -301 },
        { tampered: { ...body, order_id: placed().order_id, type: "eta" } },
      ]) {
        const { body: answer } = await report(body, wrong).expect(401)
        expect(answer).toMatchObject({
          type: "unauthorized",
          code: "webhook_unsigned",
        })
      }
      expect(await booking()).toMatchObject({
        status: "confirmed",
        expected_at: null,
      })
      await report(body, { age: 290 }).expect(200)
      expect((await booking())?.status).toBe("late")
    })

    it("says nothing new when it is sent twice, and nothing else under its id", async () => {
      const body = { observed_at: iso("12:00"), eta: iso("16:25") }
      await report(body, { id: "msg_1" }).expect(200)
      const again = await report(body, { id: "msg_1", age: 20 }).expect(200)
      expect(again.body.report).toMatchObject({
        outcome: "repeated",
        is_news: false,
      })
      const other = await report(
        { ...body, eta: iso("17:00") },
        { id: "msg_1" }
      ).expect(400)
      expect(other.body.code).toBe("message_id_used")
      expect((await booking())?.expected_at).toEqual(at("16:25"))
      expect(await late()).toHaveLength(1)
    })

    it("is the same report when it is signed anew, also if it does not say when it was seen", async () => {
      const body = { eta: iso("16:25") }
      await report(body, { id: "msg_1", age: 40 }).expect(200)
      const again = await report(body, { id: "msg_1" }).expect(200)
      expect(again.body.report).toMatchObject({ outcome: "repeated" })
      const other = await report({ eta: iso("17:00") }, { id: "msg_1" })
      expect(other.body.code).toBe("message_id_used")
    })

    it("names the order by its number, or a parcel by its tracking number", async () => {
      const { order_id, display_id } = placed()
      await courierReports(shop, {
        order_number: display_id,
        observed_at: iso("12:00"),
        eta: iso("15:00"),
      }).expect(200)
      expect((await booking())?.expected_at).toEqual(at("15:00"))

      const fulfillment_id = await fulfill(shop, order_id)
      await tracked(fulfillment_id, "20450000000001")
      await courierReports(shop, {
        tracking_number: "20450000000001",
        observed_at: iso("12:00"),
        type: "delivered",
        delivered_at: iso("11:55"),
      }).expect(200)
      expect(await booking()).toMatchObject({ status: "delivered" })
    })

    it("names what is wrong with it, and changes nothing", async () => {
      const right = { observed_at: iso("12:00"), eta: iso("16:25") }
      for (const [wrong, status, code] of [
        [{ eta: undefined }, 400, "field_required"],
        [{ order_id: "order_0" }, 404, "order_not_found"],
        [{ order_id: undefined, order_number: 99_999 }, 404, "order_not_found"],
        [
          { order_id: undefined, tracking_number: "0" },
          404,
          "tracking_not_found",
        ],
        [{ order_id: undefined }, 400, "order_missing"],
        [{ eta: "soon" }, 400, "not_an_instant"],
        [{ observed_at: iso("12:10") }, 400, "observed_ahead"],
        [
          { type: "delivered", delivered_at: iso("12:10") },
          400,
          "observed_ahead",
        ],
        [{ type: "lost" }, 400, "not_a_choice"],
        [{ colour: "red" }, 400, "unknown_fields"],
      ] as const) {
        const { body } = await report({ ...right, ...wrong }).expect(status)
        expect(body.code).toBe(code)
      }
      expect(await booking()).toMatchObject({ expected_at: null })
    })

    it("of nobody at home gives the place back and asks for another window", async () => {
      await report({
        type: "attempt_failed",
        observed_at: iso("12:00"),
        reason: "The bell was not answered",
      }).expect(200)

      expect((await booking())?.status).toBe("missed")
      const tasks = await tasksOf(shop, placed().order_id)
      const arrange = tasks.find(({ type }) => type === "arrange_delivery")
      expect(arrange?.status).toBe("open")
      expect(await dataOf(arrange?.id ?? "")).toMatchObject({
        attempt: { reason: "The bell was not answered" },
      })
      expect(await late()).toEqual([])
    })
  })

  it("asks for another window with what the courier said, even if it took two tries", async () => {
    const { order_id, booking_id } = placed()
    await windows().takeReport(
      {
        message_id: "msg_1",
        source: "webhook",
        order_id,
        tracking_number: null,
        kind: "attempt_failed",
        observed_at: at("12:00"),
        expected_at: null,
        delivered_at: null,
        reason: "The bell was not answered",
        proof: null,
      },
      { now: at("12:00"), ahead_ms: shop.clock.ahead_ms(), minutes_before: 30 }
    )
    // As if the first try had failed: what is left is tried again by ticks.
    const known = await windows().readDelay(booking_id)
    await windows().markDelaySynced({
      booking_id,
      version: known?.version ?? 0,
    })
    await windows().markOrdersChanged([order_id], at("12:00"))
    await now("12:01")

    const task = (await tasksOf(shop, order_id)).find(
      ({ type }) => type === "arrange_delivery"
    )
    expect(await dataOf(task?.id ?? "")).toMatchObject({
      reason: "attempt_failed",
      attempt: { reason: "The bell was not answered", at: iso("12:00") },
    })
  })

  describe("a delivery", () => {
    it("of which nobody knew when is called about again once somebody does", async () => {
      await now("16:01")
      await now("16:02")
      const [task] = await late()
      expect(await dataOf(task?.id ?? "")).toMatchObject({ expected_at: null })
      await shop
        .post(`/admin/follow-ups/${task?.id}/complete`, { outcome: "told" })
        .expect(200)

      await eta("16:10", "17:00")
      expect(await late()).toMatchObject([{ id: task?.id, status: "open" }])
      expect(await dataOf(task?.id ?? "")).toMatchObject({
        expected_at: iso("17:00"),
      })
    })

    it("that is not there at the end of its window is late, and then in the backlog", async () => {
      const backlog = async () =>
        (await shop.get("/admin/delivery-windows/backlog").expect(200)).body
      await now("15:59")
      expect(await late()).toEqual([])
      expect((await backlog()).count).toBe(0)

      await now("16:01")
      await now("16:02")
      expect(await late()).toMatchObject([
        { status: "open", opened_at: iso("16:00") },
      ])
      expect(await backlog()).toMatchObject({
        count: 1,
        bookings: [{ id: placed().booking_id, status: "confirmed" }],
      })
      expect(await notified("late")).toEqual([])
    })

    it("is not asked about at the end of its window where the shop says so", async () => {
      const { delivery_windows } = shop.followUp.settings
      delivery_windows.undelivered_is_late = false
      try {
        await now("16:01")
        await now("16:02")
        expect(await late()).toEqual([])
        // What a courier says counts all the same.
        await eta("16:05", "16:40")
        expect(await late()).toMatchObject([{ status: "open" }])
      } finally {
        delivery_windows.undelivered_is_late = true
      }
    })

    it("is not asked about for ever by a shop that never says that anything was delivered", async () => {
      const [other] = (
        await loadOrders(
          [(await placeOrder(shop, somebody(1))).id],
          shop.container
        )
      ).values()
      if (!other) {
        throw new Error("The order was not placed")
      }
      const asked = await aboutOrder(other, shop.container)
      await openFollowUps(
        Array.from({ length: 10 }, (_, index) => ({
          ...asked,
          type: "delivery_late",
          trigger: "delivery_late",
          dedupe_key: `delivery_late:${index}`,
        })),
        shop.container
      )
      const backlog = async () =>
        (await shop.get("/admin/delivery-windows/backlog").expect(200)).body
      await now("16:01")
      await now("16:02")

      expect(await late()).toEqual([])
      expect(await backlog()).toMatchObject({
        count: 1,
        is_unheard: true,
        bookings: [
          {
            order_id: placed().order_id,
            parcels: "none",
            window: { local_start: "14:00" },
          },
        ],
      })
      await report({
        type: "delivered",
        observed_at: iso("16:02"),
      }).expect(200)
      expect(await backlog()).toMatchObject({ count: 0, is_unheard: false })
    })

    it("follows Medusa's own fulfillment, even if its event is lost", async () => {
      const { order_id } = placed()
      const fulfillment_id = await fulfill(shop, order_id)
      await shop.container
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfillment_id, {
          shipped_at: at("13:00"),
          delivered_at: at("15:20"),
        })
      await shop.reconcile()

      expect(await booking()).toMatchObject({
        status: "delivered",
        delivered_at: at("15:20"),
        late_minutes: 0,
      })
      expect(
        (await promises()).find(({ kind }) => kind === "agreed")
      ).toMatchObject({ kept: true })
    })

    it("is made by the courier of the demo, who names a time first", async () => {
      // A window of today is made and booked before it begins.
      const today = Temporal.Now.plainDateISO(ZONE)
      shop.clock.set(new Date(Date.now() - 25 * 3_600_000))
      const { id: order_id } = await placeOrder(shop, somebody(1))
      const { id } = await windows().saveTemplate({
        ...placed().template,
        starts_at: "00:00",
        ends_at: "24:00",
      })
      const dates = { from: today.toString(), to: today.toString() }
      await makeWindows(shop.container, dates)
      const [window] = await windows().listWindows({
        template_ids: [id],
        from_date: dates.from,
        to_date: dates.to,
      })
      await windows().book(
        {
          window_id: window?.id ?? "",
          order_id,
          units: 1,
          agreed_by: "agent",
          actor_id: null,
        },
        shop.clock.ahead_ms()
      )
      shop.clock.runFreely()
      const shift = new AbortController()
      const said: string[] = []
      await deliver({
        url: shop.url,
        admin: { email: agents[0].email, password: demoPassword },
        secret: COURIER_SECRET,
        signal: AbortSignal.any([shift.signal, AbortSignal.timeout(20_000)]),
        say: (line) => {
          said.push(line)
          shift.abort()
        },
      })

      expect(said).toEqual([
        expect.stringContaining("will be there with order"),
      ])
      const [booked] = await windows().readBookings({ order_ids: [order_id] })
      expect(booked?.expected_at).toBeInstanceOf(Date)
    })

    it("is asked about at the carrier, whose answers are reports", async () => {
      const { order_id } = placed()
      // Of its own name, as carriers take turns by it.
      const carrier = { ...fakeCarrier(), carrier: `of_${order_id}` }
      carrier.say(
        {
          tracking_number: "FAKE-1",
          kind: "eta",
          observed_at: at("11:00"),
          expected_at: at("16:50"),
        },
        // Of a parcel that nobody asked about.
        {
          tracking_number: "FAKE-2",
          kind: "delivered",
          observed_at: at("11:00"),
        }
      )
      medusa.registerAdd(DELIVERY_CARRIERS, asValue(carrier))
      const fulfillment_id = await fulfill(shop, order_id)
      await tracked(fulfillment_id, "FAKE-1", "1Z999")
      await shop.settle()
      shop.clock.set(at("13:00"))
      await shop.reconcile()
      await shop.reconcile()

      expect(carrier.asked).toEqual(["FAKE-1"])
      expect(await booking()).toMatchObject({
        status: "late",
        expected_at: at("16:50"),
      })
      expect(await late()).toHaveLength(1)
    })
  })

  describe("the customer", () => {
    const calendarOf = (data: Record<string, unknown> | null | undefined) => {
      const lines = String(data?.ics).split("\r\n")
      const valueOf = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
      return {
        method: valueOf("METHOD"),
        uid: valueOf("UID"),
        sequence: Number(valueOf("SEQUENCE")),
        start: valueOf("DTSTART"),
        status: valueOf("STATUS"),
      }
    }
    const utc = (time: string, days = 0) =>
      at(time, days)
        .toISOString()
        .replace(/[-:]|\.\d+/g, "")

    it("gets the window for the calendar, which another window moves and none removes", async () => {
      const { booking_id, next_window_id, order_id } = placed()
      const agreed = await notified("agreed")
      expect(agreed).toMatchObject([
        { channel: "email", to: "olena@mail.example", status: "success" },
      ])
      const first = calendarOf(agreed[0]?.data)
      expect(first).toMatchObject({
        method: "PUBLISH",
        sequence: 0,
        start: utc("14:00"),
        status: "CONFIRMED",
      })
      expect(first.uid).toContain(order_id)
      expect(agreed[0]?.data?.text).toContain("14:00")

      await windows().move(
        {
          booking_id,
          window_id: next_window_id,
          units: 1,
          agreed_by: "agent",
          actor_id: null,
        },
        shop.clock.ahead_ms()
      )
      await now("12:05")
      const moved = (await notified("agreed"))
        .map(({ data }) => calendarOf(data))
        .find(({ sequence }) => sequence > 0)
      expect(moved).toMatchObject({
        method: "PUBLISH",
        uid: first.uid,
        sequence: 2,
        start: utc("14:00", 1),
      })

      await windows().release(
        { booking_id, reason: "wish", actor_id: null },
        shop.clock.ahead_ms()
      )
      await now("12:10")
      await now("12:11")
      const canceled = await notified("canceled")
      expect(canceled.map(({ data }) => calendarOf(data))).toMatchObject([
        { method: "CANCEL", uid: first.uid, sequence: 3, status: "CANCELLED" },
      ])
      expect(
        (await promises()).map(({ kept, replaced_at }) => [
          kept,
          replaced_at !== null,
        ])
      ).toEqual([
        [null, true],
        [null, true],
      ])

      // Agreed on again, it comes back to the calendar.
      await windows().book(
        {
          window_id: next_window_id,
          order_id,
          units: 1,
          agreed_by: "agent",
          actor_id: null,
        },
        shop.clock.ahead_ms()
      )
      await now("12:15")
      await now("12:16")
      const back = (await notified("agreed"))
        .map(({ data }) => calendarOf(data))
        .find(({ sequence }) => sequence > 3)
      expect(back).toMatchObject({
        method: "PUBLISH",
        uid: first.uid,
        sequence: 4,
        status: "CONFIRMED",
      })
    })

    it("is told by a message that the shop has moved the window, which counts from then on", async () => {
      const { order_id, next_window_id } = placed()
      await now("12:01")
      const path = `/admin/delivery-windows/orders/${order_id}/move`
      const body = { window_id: next_window_id, agreed_by: "shop" }
      const unreachable = await withoutProviders(
        async () => await shop.post(path, body).expect(400)
      )
      expect(unreachable.body).toMatchObject({
        code: "customer_not_told",
        path: ["agreed_by"],
        values: { reason: "no_provider" },
      })
      expect((await booking())?.window_id).not.toBe(next_window_id)

      const moved = await shop.post(path, body).expect(200)
      expect(moved.body.delivery).toMatchObject({
        booking: { agreed_by: "shop", window: { id: next_window_id } },
        history: [
          {
            kind: "moved",
            actor_id: shop.agent().id,
            data: { agreed_by: "shop" },
          },
          { kind: "booked" },
        ],
      })
      await now("12:05")
      expect((await promises())[0]).toMatchObject({
        kind: "agreed",
        channel: "email",
        message: "sent",
        told_at: iso("12:05"),
      })
      const texts = (await notified("agreed")).map(({ data }) => data?.text)
      expect(texts).toContainEqual(
        expect.stringContaining("Нам довелося змінити час вашої доставки")
      )
      expect(texts).not.toContainEqual(expect.stringContaining("Як домовилися"))
    })

    it("is told once that the courier is on the way, and once that they are near", async () => {
      await eta("14:00", "15:30")
      await eta("14:10", "15:35")
      await now("15:06")
      await now("15:10")
      await eta("15:11", "15:40")

      expect(await notified("on_the_way")).toHaveLength(1)
      const near = await notified("minutes")
      expect(near).toHaveLength(1)
      expect(near[0]?.data?.text).toContain("15:35")
      expect(near[0]?.data?.text).toContain("29")
    })

    it("is told in the shop's own words, which are checked and can be tried first", async () => {
      const text = {
        subject: "Від {{ shop }}",
        body: "Запізнюємось: {{ delivery.expected_time }} ({{ order.number }})",
      }
      const path = "/admin/delivery-windows/texts"
      const broken = await shop
        .post(`${path}/late/uk`, { ...text, body: "{{ delivery.eta }}" })
        .expect(400)
      expect(broken.body).toMatchObject({
        code: "script_unknown_variable",
        path: ["body", "uk"],
      })
      await shop.post(`${path}/lost/uk`, text).expect(400)

      const { body: tried } = await shop
        .post(`${path}/preview`, {
          ...text,
          language: "uk",
          order_id: placed().order_id,
        })
        .expect(200)
      expect(tried.preview.body).toBe(
        `Запізнюємось: 15:30 (${placed().display_id})`
      )
      await shop.post(`${path}/late/uk`, text).expect(200)
      await eta("15:10", "16:25")
      expect((await notified("late"))[0]?.data?.text).toBe(
        `Запізнюємось: 16:25 (${placed().display_id})`
      )

      const { body } = await shop.delete(`${path}/late/uk`).expect(200)
      expect(body.text).toMatchObject({ is_own: false })
      const { body: listed } = await shop.get(path).expect(200)
      expect(listed.texts).toHaveLength(20)
      expect(listed.channels).toEqual(["email", "sms"])
    })

    it("is kept as told when a person said it on the phone", async () => {
      await eta("15:10", "16:25")
      const [task] = await late()
      await shop
        .post(`/admin/follow-ups/${task?.id}/complete`, { outcome: "told" })
        .expect(200)
      await shop.settle()

      expect(
        (await promises()).filter(({ kind }) => kind === "late")
      ).toMatchObject([
        { channel: "phone", to_at: iso("16:25") },
        { channel: "sms", to_at: iso("16:25") },
      ])
      // Each a little later than the one before.
      await eta("15:20", "16:30")
      expect(await late()).toMatchObject([{ status: "completed" }])
      await eta("15:30", "16:36")
      expect(await late()).toMatchObject([{ id: task?.id, status: "open" }])
    })

    it("is not told where no provider serves them, and the promise says so", async () => {
      await withoutProviders(async () => await eta("15:10", "16:25"))

      expect(await notified("late")).toEqual([])
      expect(
        (await promises()).find(({ kind }) => kind === "late")
      ).toMatchObject({
        message: "not_sent",
        not_sent: "no_provider",
        told_at: null,
        kept: null,
      })
      expect(await late()).toHaveLength(1)
    })
  })
}
