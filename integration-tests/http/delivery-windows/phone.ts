import { container as medusa } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { complete } from "../../../demo/shopper/order"
import type {
  AdminCarrierOfOrderResponse,
  AdminDeliveryBoardResponse,
} from "../../../src/api/admin/delivery-windows/types"
import type {
  AdminFollowUpCallSheetResponse,
  AdminFollowUpDetailResponse,
} from "../../../src/api/admin/follow-ups/types"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import { DELIVERY_CARRIERS } from "../../../src/desk/delivery-carrier"
import {
  changeWindowsWorkflow,
  novaPoshta,
  shipmentForWindowWorkflow,
} from "../../../src/workflows"
import {
  CITIES,
  INTERVALS,
  REFUSED,
} from "../../../src/workflows/delivery-window/carriers/__tests__/nova-poshta-answers"
import { CARD } from "../../shop/card-provider"
import {
  arrangeOf,
  bookingOf,
  courier,
  deliveryOf,
  leaveOnePlace,
  offerWindows,
  readyCart,
  theDay,
} from "../../shop/delivery-windows"
import { taskOf } from "../../shop/place-order"
import { takeCards } from "../../shop/settle"
import type { TestShop } from "../../shop/test-shop"
import { refused } from "../refused"

const DAY_MS = 86_400_000

export function phone(shop: TestShop): void {
  const module = () => shop.container.resolve(DELIVERY_WINDOW_MODULE)

  /** An order without a window. */
  const prepared = shop.preparedOnce(async () => {
    const made = await offerWindows(shop, { capacity: 3 })
    const { id: order_id } = await complete(await readyCart(shop))
    return { ...made, order_id }
  })

  const asked = (verb: string, body: object, order_id = prepared().order_id) =>
    shop.post(`/admin/delivery-windows/orders/${order_id}/${verb}`, body)

  const fill = async () => {
    for (const cart_id of ["cart_1", "cart_2", "cart_3"]) {
      const { window } = prepared()
      await module().hold(
        { window_id: window.id, cart_id, units: 1, minutes: 10_000 },
        0
      )
    }
  }

  it("is one call: the order is confirmed and the window agreed on, which completes the task", async () => {
    const { order_id, window } = prepared()
    const confirm = await taskOf(shop, order_id)
    const arrange = await arrangeOf(shop, order_id)
    const { body } = await shop
      .get(`/admin/follow-ups/${confirm.id}/call-sheet?locale=en`)
      .expect(200)
    const { tasks, sections }: AdminFollowUpCallSheetResponse["call_sheet"] =
      body.call_sheet
    expect(tasks.map(({ follow_up }) => follow_up.id).sort()).toEqual(
      [arrange?.id, confirm.id].sort()
    )
    const section = sections.find((one) => one.section === "delivery_window")
    expect(section?.data).toMatchObject({
      order_id,
      has_windows: true,
      booking: null,
      reason: "no_window",
      link: null,
      warning: null,
    })
    expect(section?.data).toMatchObject({
      windows: expect.arrayContaining([
        expect.objectContaining({
          id: window.id,
          name: "Evening",
          free: 3,
          is_nearly_full: false,
        }),
      ]),
    })
    // The others are asked for by who wants to see them.
    const { windows, history } = await deliveryOf(shop, order_id)
    expect(windows.length).toBeGreaterThan(9)
    expect(history).toEqual([])
    expect(section?.data).toMatchObject({
      windows: windows.slice(0, 9),
      window_count: windows.length,
      full_window_count: 0,
    })
    expect(section?.data).not.toHaveProperty("full_windows")
    expect(section?.data).not.toHaveProperty("history")

    const booked = await asked("book", { window_id: window.id }).expect(200)
    expect(booked.body.delivery).toMatchObject({
      reason: null,
      booking: { status: "confirmed", agreed_by: "agent" },
      history: [{ kind: "booked", actor_name: shop.agent().name }],
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      id: arrange?.id,
      status: "completed",
      outcome: "window_agreed",
    })
    // The reconciler finds nothing to add.
    shop.clock.advance(20)
    await shop.reconcile()
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
    })
  })

  it("of several orders reads each order's windows once, and the shop's once in all", async () => {
    const orders = [prepared().order_id]
    for (let more = 0; more < 3; more++) {
      orders.push((await complete(await readyCart(shop))).id)
    }
    await shop.settle()
    const confirm = await taskOf(shop, prepared().order_id)
    const makes = jest.spyOn(module(), "readMaking")
    const opens = jest.spyOn(module(), "listOpenWindows")
    const { body } = await shop
      .get(`/admin/follow-ups/${confirm.id}/call-sheet?locale=en`)
      .expect(200)
    expect(body.call_sheet.tasks).toHaveLength(8)
    expect(makes).toHaveBeenCalledTimes(1)
    // Those that have room, and those that have none.
    expect(opens).toHaveBeenCalledTimes(2 * orders.length)
  })

  const detailOf = async (id = ""): Promise<AdminFollowUpDetailResponse> =>
    (await shop.get(`/admin/follow-ups/${id}`).expect(200)).body

  it.each([
    ["with the customer on the call, whom that reached", true, 1],
    ["on another page, where nobody was called", undefined, 0],
  ])(
    "is in the name of whoever books it %s",
    async (_, on_call, attempt_count) => {
      const { order_id, window } = prepared()
      const confirm = await taskOf(shop, order_id)
      await asked("book", { window_id: window.id, on_call }).expect(200)

      const { name } = shop.agent()
      const arranged = await detailOf((await arrangeOf(shop, order_id))?.id)
      expect(arranged.follow_up).toMatchObject({
        status: "completed",
        outcome: "window_agreed",
        attempt_count,
      })
      expect(
        arranged.activities.find(({ kind }) => kind === "completed")
      ).toMatchObject({ actor: { name } })
      const reached = Array.from({ length: attempt_count }, () => ({
        channel: "phone",
        outcome: "reached",
        actor: { name },
      }))
      expect(arranged.attempts).toMatchObject(reached)
      const other = await detailOf(confirm.id)
      expect(other.attempts).toMatchObject(reached)
      expect(other.follow_up).toMatchObject({ status: "open", attempt_count })
      expect(other.follow_up.responded_at !== null).toBe(on_call === true)
    }
  )

  it("is not agreed on from under whoever is calling the customer, without knowing it", async () => {
    const { order_id, window, next } = prepared()
    const { id } = await taskOf(shop, order_id)
    const [olena, petro] = [shop.agent(0), shop.agent(1)]
    const send = (verb: string, body: object, agent = petro) =>
      shop.post(
        `/admin/delivery-windows/orders/${order_id}/${verb}`,
        body,
        agent
      )
    await shop.post(`/admin/follow-ups/${id}/calling`, {}, olena).expect(200)
    const book = { window_id: window.id, on_call: true }
    expect((await send("book", book).expect(400)).body).toMatchObject({
      code: "being_called",
      values: { assignee: olena.name },
    })
    expect(await bookingOf(shop, order_id)).toBeUndefined()

    await send("book", book, olena).expect(200)
    const move = { window_id: next.id }
    const moved = await send("move", move).expect(400)
    expect(moved.body).toMatchObject({ code: "being_called" })
    await send("move", { ...move, despite_call: true }).expect(200)
  })

  it("reaches the customer also by moving what asks for nothing", async () => {
    const { order_id, window, next } = prepared()
    await asked("book", { window_id: window.id }).expect(200)
    await asked("move", { window_id: next.id, on_call: true }).expect(200)
    const confirm = await taskOf(shop, order_id)
    expect(confirm).toMatchObject({ attempt_count: 1 })
    expect(confirm.first_contact_at).not.toBeNull()
  })

  it("reaches the customer also if a crash comes between the booking and the call", async () => {
    const { order_id, window } = prepared()
    const confirm = await taskOf(shop, order_id)
    const { id: actor_id } = shop.agent()
    await module().book(
      {
        window_id: window.id,
        order_id,
        units: 1,
        agreed_by: "agent",
        actor_id,
        on_call: { item_id: "dwout_1", at: shop.clock.now() },
      },
      shop.clock.ahead_ms()
    )
    await shop.tick()
    const reached = async () => [
      await arrangeOf(shop, order_id),
      await taskOf(shop, order_id),
    ]
    const once = [
      { status: "completed", outcome: "window_agreed", attempt_count: 1 },
      { id: confirm.id, status: "open", attempt_count: 1 },
    ]
    expect(await reached()).toMatchObject(once)
    // Sent again by the agent, or left to another tick, it is the same call.
    await asked("book", { window_id: window.id, on_call: true }).expect(200)
    shop.clock.advance(2)
    await shop.tick()
    expect(await reached()).toMatchObject(once)
    const items = await module().listDeliveryWindowOutboxItems({})
    expect(items.filter(({ kind }) => kind === "call")).toEqual([])
  })

  it("is not what the shop decides without the customer", async () => {
    const { order_id, window, next } = prepared()
    await asked("book", { window_id: window.id }).expect(200)
    const move = { window_id: next.id, agreed_by: "shop", on_call: true }
    const { body } = await asked("move", move).expect(400)
    expect(body).toEqual(
      refused({
        says: 'on_call was true; it must be left out unless agreed_by is "agent"',
        code: "left_out_unless",
        path: ["on_call"],
        type: "invalid_data",
        values: { was: true, other: "agreed_by" },
      })
    )
    expect(await bookingOf(shop, order_id)).toMatchObject({
      window_id: window.id,
    })
    expect(await taskOf(shop, order_id)).toMatchObject({ attempt_count: 0 })
  })

  it("is told when the carrier does not come, and the packer what the shipment is to say", async () => {
    const { order_id, window } = prepared()
    const { option_id } = await courier(shop)
    /** Until it is let go. */
    const carriedBy = (send: () => object) => {
      const own = [option_id]
      const carrier = novaPoshta({
        api_key: "key",
        delivers: ({ id }) => own.includes(id),
        fetch: async (_, init) => {
          const { calledMethod } = JSON.parse(String(init?.body))
          return Response.json(calledMethod === "getCities" ? CITIES : send())
        },
      })
      medusa.registerAdd(DELIVERY_CARRIERS, asValue(carrier))
      return () => {
        own.length = 0
      }
    }
    const told = async (): Promise<
      AdminCarrierOfOrderResponse["carrier_of_order"]
    > =>
      (
        await shop
          .get(`/admin/delivery-windows/orders/${order_id}/carrier`)
          .expect(200)
      ).body.carrier_of_order
    expect(await told()).toEqual({
      carrier: null,
      missed_window_ids: [],
      shipment: null,
    })

    await offerWindows(shop, { starts_at: "20:00", ends_at: "22:00" })
    await asked("book", { window_id: window.id }).expect(200)
    const late = (await deliveryOf(shop, order_id)).windows.find(
      ({ local_date, local_start }) =>
        local_date === theDay() && local_start === "20:00"
    )
    const leave = carriedBy(() => INTERVALS)
    const { carrier, missed_window_ids, shipment } = await told()
    expect(carrier).toMatchObject({ carrier: "nova_poshta" })
    expect(missed_window_ids).toContain(late?.id)
    expect(missed_window_ids).not.toContain(window.id)
    const [year, month, day] = theDay().split("-")
    const fields = {
      PreferredDeliveryDate: `${day}.${month}.${year}`,
      TimeInterval: "CityDeliveryTimeInterval3",
    }
    expect(shipment).toMatchObject({
      fields,
      interval: { local_start: "15:00", local_end: "19:00" },
      window: { local_start: "16:00", local_end: "18:00" },
    })
    const { result } = await shipmentForWindowWorkflow(shop.container).run({
      input: { order_id },
    })
    expect(result).toMatchObject({ fields })
    leave()

    // One that does not answer leaves out what it was to say.
    const leaveToo = carriedBy(() => REFUSED)
    expect(await told()).toMatchObject({
      missed_window_ids: [],
      shipment: {
        interval: null,
        fields: { PreferredDeliveryDate: `${day}.${month}.${year}` },
      },
    })
    await asked("move", { window_id: late?.id }).expect(200)
    leaveToo()
  })

  it("books one window for an order, moves it, and tells who agreed to what", async () => {
    const { order_id, window, next } = prepared()
    await Promise.all([
      asked("book", { window_id: window.id }).expect(200),
      asked("book", { window_id: window.id }).expect(200),
    ])
    const other = await asked("book", { window_id: next.id }).expect(400)
    expect(other.body.code).toBe("already_booked")

    const moved = await asked("move", { window_id: next.id }).expect(200)
    expect(moved.body.delivery).toMatchObject({
      booking: { window: { id: next.id, local_date: theDay(1) } },
      history: [
        {
          kind: "moved",
          actor_id: shop.agent().id,
          data: {
            from_window_id: window.id,
            window_id: next.id,
            agreed_by: "agent",
          },
        },
        { kind: "booked" },
      ],
    })
    const released = await asked("release", { reason: "Away" }).expect(200)
    expect(released.body.delivery).toMatchObject({
      booking: { status: "released" },
      history: [{ kind: "released", data: { reason: "Away" } }, {}, {}],
      reason: "no_window",
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({ status: "open" })
    const nothing = await asked("move", { window_id: next.id }).expect(404)
    expect(nothing.body.code).toBe("booking_not_found")
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("says what is wrong, and books more than there is only on purpose", async () => {
    const { order_id, window, next } = prepared()
    await fill()
    const listed = await deliveryOf(shop, order_id)
    expect(listed.full_windows).toMatchObject([
      { id: window.id, name: "Evening", free: 0, booked: 3, capacity: 3 },
    ])
    expect(listed.windows.map(({ id }) => id)).not.toContain(window.id)
    const granted = await shop
      .get("/admin/delivery-windows/granted")
      .expect(200)
    expect(granted.body).toEqual({ overbook: true })
    const full = await asked("book", { window_id: window.id }).expect(400)
    expect(full.body).toEqual(
      refused({
        says: "full",
        code: "window_full",
        path: ["window_id"],
        type: "not_allowed",
        values: { next_id: next.id },
      })
    )
    for (const [verb, body, order, status] of [
      ["book", { window_id: "dwin_0" }, order_id, 404],
      ["book", { window_id: window.id }, "order_0", 404],
      ["book", {}, order_id, 400],
      ["book", { window_id: window.id, overbook_reason: " " }, order_id, 400],
      ["book", { window_id: window.id, units: 2 }, order_id, 400],
      ["release", {}, order_id, 400],
      ["release", { reason: "x" }, order_id, 404],
      ["link", {}, order_id, 404],
    ] as const) {
      const answered = await asked(verb, body, order)
      expect([verb, body, answered.status]).toEqual([verb, body, status])
    }
    await shop.get("/admin/delivery-windows/orders/order_0").expect(404)

    const { body } = await asked("book", {
      window_id: window.id,
      overbook_reason: "A birthday",
    }).expect(200)
    expect(body.delivery.booking).toMatchObject({
      overbooked_reason: "A birthday",
      window: { booked: 4, capacity: 3 },
    })
  })

  it("asks again once the address has changed, until somebody says that it stays", async () => {
    const { order_id, window } = prepared()
    await asked("book", { window_id: window.id }).expect(200)
    await shop.settle()
    const address = { address_1: "вул. Хрещатик, 1", city: "Київ" }
    await shop
      .post(`/admin/orders/${order_id}`, { shipping_address: address })
      .expect(200)
    const task = await arrangeOf(shop, order_id)
    expect(task).toMatchObject({
      status: "open",
      data: { reason: "address_changed" },
    })
    expect(await bookingOf(shop, order_id)).toMatchObject({
      status: "confirmed",
      flag: "address_changed",
    })
    // The name alone is no other address.
    await shop
      .post(`/admin/follow-ups/${task?.id}/complete`, {
        outcome: "window_agreed",
      })
      .expect(200)
    await shop.settle()
    expect(await bookingOf(shop, order_id)).toMatchObject({ flag: null })
    await shop
      .post(`/admin/orders/${order_id}`, {
        shipping_address: { ...address, first_name: "Оля" },
      })
      .expect(200)
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
    })
  })

  it("is agreed on by booking a window, and not by saying so; none may be wanted", async () => {
    const { order_id } = prepared()
    const task = await arrangeOf(shop, order_id)
    const root = `/admin/follow-ups/${task?.id}`
    const { body } = await shop
      .post(`${root}/complete`, { outcome: "window_agreed" })
      .expect(400)
    expect(body).toMatchObject({
      code: "outcome_undone",
      path: ["outcome"],
      values: { outcome: "window_agreed", section: "delivery_window" },
    })
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "open",
      attempt_count: 0,
    })
    await shop
      .post(`${root}/complete`, { outcome: "without_window" })
      .expect(200)
    expect(await arrangeOf(shop, order_id)).toMatchObject({
      status: "completed",
    })
  })

  it("is known to who reopens its task, who is not to ask for one", async () => {
    const { order_id, window } = prepared()
    const task = await arrangeOf(shop, order_id)
    const root = `/admin/follow-ups/${task?.id}`
    await asked("book", { window_id: window.id }).expect(200)
    await shop.post(`${root}/reopen`, {}).expect(200)

    expect(await deliveryOf(shop, order_id)).toMatchObject({
      reason: null,
      booking: { status: "confirmed" },
    })
    const { body } = await shop.get(`${root}/call-sheet?locale=en`).expect(200)
    const { tasks }: AdminFollowUpCallSheetResponse["call_sheet"] =
      body.call_sheet
    const own = tasks.find(({ follow_up }) => follow_up.id === task?.id)
    expect(own?.script).toMatch(
      /в узгоджений час: .+:00–\d+:00\. Чи зручніший вам інший час\?/
    )
  })

  it.each([
    ["another window is agreed on", { on_call: undefined, is_other: true }],
    ["the customer keeps the window", { on_call: true, is_other: false }],
  ])(
    "can be moved by who reopens its task, which stays open until %s",
    async (_, { on_call, is_other }) => {
      const { order_id, window, next } = prepared()
      const task = await arrangeOf(shop, order_id)
      await asked("book", { window_id: window.id }).expect(200)
      shop.clock.advance(1)
      await shop.post(`/admin/follow-ups/${task?.id}/reopen`, {}).expect(200)

      shop.clock.advance(20)
      await shop.reconcile()
      expect(await arrangeOf(shop, order_id)).toMatchObject({ status: "open" })

      const { id: window_id } = is_other ? next : window
      await asked("move", { window_id, on_call }).expect(200)
      expect(await arrangeOf(shop, order_id)).toMatchObject({
        status: "completed",
        outcome: "window_agreed",
      })
    }
  )

  it("says that an order could have a window although none is free", async () => {
    const { order_id } = prepared()
    for (const template of await module().listTemplates()) {
      await changeWindowsWorkflow(shop.container).run({
        input: {
          kind: "save_template",
          template: { ...template, lead_minutes: 60 * 24 * 60 },
        },
      })
    }
    expect(await deliveryOf(shop, order_id)).toMatchObject({
      has_windows: true,
      booking: null,
      windows: [],
      reason: "no_window",
    })
  })

  it("calls one for each over a capacity that was cut, the last first, and evicts nobody", async () => {
    const { template_id, window, order_id } = prepared()
    const orders = [order_id]
    await asked("book", { window_id: window.id }).expect(200)
    for (let order = 0; order < 2; order++) {
      const { id } = await complete(await readyCart(shop))
      await asked("book", { window_id: window.id }, id).expect(200)
      orders.push(id)
    }
    await shop.settle()
    const { result } = await leaveOnePlace(shop, template_id)
    expect(result.over.map((one) => one.order_id)).toEqual([
      orders[2],
      orders[1],
    ])
    await shop.tick()
    for (const [index, id] of orders.entries()) {
      expect(await bookingOf(shop, id)).toMatchObject({ status: "confirmed" })
      expect(await arrangeOf(shop, id)).toMatchObject(
        index === 0
          ? { status: "completed" }
          : { status: "open", data: { reason: "over_capacity" } }
      )
    }
    expect(await module().sumsDiffer()).toEqual([])
  })

  it("asks for the window of an order that is taken by phone, while it is a draft", async () => {
    const { window } = prepared()
    const { option_id } = await courier(shop)
    const { body } = await shop
      .post("/admin/draft-orders", {
        region_id: shop.wares.region_id,
        sales_channel_id: await shop.salesChannelId(),
        email: "phoned@mail.example",
        shipping_address: {
          first_name: "Петро",
          phone: "0671234567",
          country_code: "ua",
        },
        items: [{ variant_id: shop.wares.variant_ids[0], quantity: 1 }],
        shipping_methods: [
          { shipping_option_id: option_id, name: "Courier", amount: 120 },
        ],
      })
      .expect(200)
    const { id } = body.draft_order
    expect(await arrangeOf(shop, id)).toMatchObject({
      status: "open",
      data: { reason: "no_window" },
    })
    const booked = await asked("book", { window_id: window.id }, id).expect(200)
    // It counts before anybody has ordered or paid.
    expect(booked.body.delivery.booking.window).toMatchObject({ booked: 1 })
    await shop.post(`/admin/draft-orders/${id}/convert-to-order`).expect(200)
    expect(await arrangeOf(shop, id)).toMatchObject({ status: "completed" })
    expect(await bookingOf(shop, id)).toMatchObject({ status: "confirmed" })
  })

  it("warns of a window after an authorized payment can no longer be captured", async () => {
    await takeCards(shop)
    const cart = await readyCart(shop)
    const { sdk, cart_id } = cart
    const { cart: paid } = await sdk.store.cart.retrieve(cart_id)
    await sdk.store.payment.initiatePaymentSession(paid, { provider_id: CARD })
    const { id } = await complete(cart)
    const { windows, warning } = await deliveryOf(shop, id)
    expect(warning).toBeNull()
    const late = windows.filter((one) => one.is_beyond_authorization)
    await asked("book", { window_id: late[0]?.id }, id).expect(200)

    const booked = await deliveryOf(shop, id)
    expect(booked.warning?.kind).toBe("beyond_authorization")
    const until = Date.parse(booked.warning?.until ?? "")
    expect(Math.round((until - Date.now()) / DAY_MS)).toBe(7)
    expect(late.length).toBeLessThan(windows.length)
    expect(late).toEqual(
      windows.filter(({ ends_at }) => Date.parse(ends_at) > until)
    )
    // Nor is the courier to ask for what the card is authorized for.
    const { body } = await shop
      .get(`/admin/delivery-windows?date=${late[0]?.local_date}`)
      .expect(200)
    const board: AdminDeliveryBoardResponse = body
    expect(board.windows.flatMap(({ bookings }) => bookings)).toMatchObject([
      { order: { id, to_collect: 0 } },
    ])
    const plain = await deliveryOf(shop, prepared().order_id)
    expect(plain.windows.some((one) => one.is_beyond_authorization)).toBe(false)
  })
}
