import { Temporal } from "temporal-polyfill"
import type {
  AdminDeliveryWindowCalendarResponse,
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowDryRunResponse,
  AdminDeliveryWindowVocabularyResponse,
  AdminPlannedWindow,
  AdminSaveDeliveryWindowTemplate,
} from "../../../src/api/admin/delivery-windows/templates/types"
import type { AdminDeliveryBoardResponse } from "../../../src/api/admin/delivery-windows/types"
import { DELIVERY_WINDOW_MODULE } from "../../../src/modules/delivery-window"
import { arrangeOf } from "../../shop/delivery-windows"
import { placeOrder, taskOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import { amountsOfOrders } from "../../../src/shop/order-amounts"
import { lineOf, settle } from "../../shop/settle"
import { stock, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"

const ROOT = "/admin/delivery-windows"
const TEMPLATES = `${ROOT}/templates`
const EXCEPTIONS = `${ROOT}/exceptions`

const DAY_MS = 86_400_000

const EVENING = {
  name: "Evening",
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts_at: "18:00",
  ends_at: "20:00",
  time_zone: "Europe/Kyiv",
  shipping_option_ids: [],
  capacity: 10,
  capacity_unit: "orders",
  cut_off_minutes: 0,
  lead_minutes: 0,
  valid_from: null,
  valid_to: null,
  is_on: true,
}

const CLOSED = {
  template_id: null,
  kind: "closed",
  capacity: null,
  starts_at: null,
  ends_at: null,
  label: "Christmas",
}

export function templates(shop: TestShop): void {
  const zoneOf = async () => {
    const { body } = await shop.get(`${TEMPLATES}/vocabulary`).expect(200)
    const vocabulary: AdminDeliveryWindowVocabularyResponse = body
    const zone = vocabulary.service_zones.find(({ name }) => name === "Ukraine")
    if (!zone) {
      throw new Error("The shop delivers nowhere")
    }
    return { vocabulary, zone }
  }

  const evening = async (
    changed: Partial<AdminSaveDeliveryWindowTemplate> = {}
  ): Promise<AdminSaveDeliveryWindowTemplate> => ({
    ...EVENING,
    service_zone_id: (await zoneOf()).zone.id,
    ...changed,
  })

  const save = async (
    path: string,
    body: object
  ): Promise<AdminDeliveryWindowChangeResponse> =>
    (await shop.post(path, body).expect(200)).body

  const calendar = async (): Promise<AdminDeliveryWindowCalendarResponse> =>
    (await shop.get(`${ROOT}/calendar?days=28`).expect(200)).body

  const windowsOn = async (date: string): Promise<AdminPlannedWindow[]> =>
    (await calendar()).windows.filter(({ local_date }) => local_date === date)

  /** Two orders that have a place in a window, the first first. */
  const twoBooked = async (window_id?: string) => {
    const orders = [
      await placeOrder(shop, somebody(1)),
      await placeOrder(shop, somebody(2)),
    ]
    for (const { id } of orders) {
      await shop.post(`${ROOT}/orders/${id}/book`, { window_id }).expect(200)
    }
    return orders
  }

  /** A date that every evening of is still ahead of. */
  const inDays = async (days: number) => {
    const { today } = await calendar()
    return new Date(Date.parse(today) + days * DAY_MS)
      .toISOString()
      .slice(0, 10)
  }

  it("that were off for a while ask nobody about what was ordered meanwhile", async () => {
    const body = await evening()
    const { id } = await save(TEMPLATES, body)
    await shop.reconcile()
    await save(`${TEMPLATES}/${id}`, { ...body, is_on: false })
    const meanwhile = await placeOrder(shop)
    await shop.settle()
    await save(`${TEMPLATES}/${id}`, body)
    const since = await placeOrder(shop, somebody(1))
    // Old enough for the reconciler, which reads both.
    shop.clock.advance(2)
    await shop.reconcile()

    expect(await arrangeOf(shop, since.id)).toMatchObject({ status: "open" })
    expect(await arrangeOf(shop, meanwhile.id)).toBeUndefined()
  })

  it("become the windows of the coming weeks, and are told with the names of what they serve", async () => {
    const { vocabulary, zone } = await zoneOf()
    expect(vocabulary.time_zone).toBe("Europe/Kyiv")
    expect(vocabulary.capacity_units.map(({ unit }) => unit)).toEqual([
      "orders",
      "items",
    ])
    const [option] = zone.shipping_options
    const { id, over } = await save(
      TEMPLATES,
      await evening({
        weekdays: [3, 1, 3],
        shipping_option_ids: [option?.id ?? ""],
      })
    )
    expect(over).toEqual([])
    const { body } = await shop.get(TEMPLATES).expect(200)
    expect(body).toMatchObject({
      count: 1,
      templates: [
        {
          id,
          name: "Evening",
          weekdays: [1, 3],
          service_zone: { id: zone.id, name: zone.name },
          shipping_options: [option],
        },
      ],
    })
    const { windows, from, to } = await calendar()
    expect(new Date(from).getUTCDay()).toBe(1)
    expect(Date.parse(to) - Date.parse(from)).toBe(27 * DAY_MS)
    expect(windows.length).toBeGreaterThanOrEqual(6)
    for (const window of windows) {
      expect(window).toMatchObject({
        template_id: id,
        name: "Evening",
        local_start: "18:00",
        local_end: "20:00",
        capacity: 10,
        booked: 0,
        is_closed: false,
      })
      expect([1, 3]).toContain(new Date(window.local_date).getUTCDay())
    }
  })

  it.each([
    [{ name: " " }, "too_short", ["name"]],
    [{ weekdays: [] }, "too_few", ["weekdays"]],
    [{ weekdays: [8] }, "too_big", ["weekdays", 0]],
    [{ starts_at: "24:00" }, "not_an_opening_time", ["starts_at"]],
    [{ ends_at: "8 pm" }, "not_a_closing_time", ["ends_at"]],
    [{ time_zone: "Kyiv" }, "unknown_time_zone", ["time_zone"]],
    [{ service_zone_id: null }, "no_delivery_named", ["shipping_option_ids"]],
    [{ service_zone_id: "serzo_0" }, "unknown_binding", ["service_zone_id"]],
    [
      { shipping_option_ids: ["so_0"] },
      "unknown_binding",
      ["shipping_option_ids", 0],
    ],
    [{ capacity: 1.5 }, "wrong_type", ["capacity"]],
    [{ capacity: -1 }, "too_small", ["capacity"]],
    [{ capacity: 0 }, "window_without_places", ["capacity"]],
    [{ capacity_unit: "pallets" }, "not_one_of", ["capacity_unit"]],
    [{ cut_off_minutes: null }, "wrong_type", ["cut_off_minutes"]],
    [{ lead_minutes: 10_000_000 }, "too_big", ["lead_minutes"]],
    [{ valid_from: "2026-02-30" }, "not_a_date", ["valid_from"]],
    [
      { valid_from: "2027-02-02", valid_to: "2027-02-01" },
      "ends_before_it_begins",
      ["valid_to"],
    ],
    [{ color: "red" }, "unknown_fields", ["color"]],
  ])("say that %j is wrong, and where", async (wrong, code, path) => {
    const { body } = await shop
      .post(TEMPLATES, { ...(await evening()), ...wrong })
      .expect(400)
    expect(body).toMatchObject({ code, path })
    const { body: listed } = await shop.get(TEMPLATES).expect(200)
    expect(listed.count).toBe(0)
  })

  it("say all that is wrong at once, and that an unknown one is not found", async () => {
    const wrong = await evening({ starts_at: "25:00", valid_to: "tomorrow" })
    const { body } = await shop.post(TEMPLATES, wrong).expect(400)
    expect(
      [body, ...body.further].map(({ path }: { path: string[] }) => path)
    ).toEqual([["starts_at"], ["valid_to"]])
    for (const list of [TEMPLATES, EXCEPTIONS]) {
      await shop.delete(`${list}/unknown`).expect(404)
    }
    await shop.post(`${TEMPLATES}/unknown`, await evening()).expect(404)
    await shop
      .post(`${EXCEPTIONS}/unknown`, { ...CLOSED, date: "2027-01-01" })
      .expect(404)
  })

  it("differ on a date that is closed, takes fewer or has a window more, and are as usual without it", async () => {
    const { id: template_id } = await save(TEMPLATES, await evening())
    const date = await inDays(3)
    const { id } = await save(EXCEPTIONS, { ...CLOSED, date })
    expect((await windowsOn(date)).filter((one) => !one.is_closed)).toEqual([])

    const fewer = { ...CLOSED, date, kind: "capacity", capacity: 4 }
    await save(`${EXCEPTIONS}/${id}`, fewer)
    expect(await windowsOn(date)).toMatchObject([
      { capacity: 4, is_closed: false },
    ])

    const more = {
      ...CLOSED,
      date,
      kind: "extra",
      template_id,
      starts_at: "08:00",
      ends_at: "10:00",
      capacity: 2,
    }
    await save(`${EXCEPTIONS}/${id}`, more)
    expect(await windowsOn(date)).toMatchObject([
      { local_start: "08:00", capacity: 2 },
      { local_start: "18:00", capacity: 10 },
    ])
    const { body } = await shop.get(EXCEPTIONS).expect(200)
    expect(body).toMatchObject({ count: 1, exceptions: [{ id, ...more }] })

    await shop.delete(`${EXCEPTIONS}/${id}`).expect(200)
    expect(await windowsOn(date)).toMatchObject([{ local_start: "18:00" }])
  })

  it("have their cut-off before a holiday that the desk's calendar gets later", async () => {
    await save(TEMPLATES, await evening({ cut_off_minutes: 120 }))
    const date = await inDays(3)
    const cutOff = async () => {
      const windows = shop.container.resolve(DELIVERY_WINDOW_MODULE)
      const [window] = await windows.listWindows({
        from_date: date,
        to_date: date,
      })
      return window?.cut_off_at
    }
    const at = (time: string, days = 0) =>
      new Date(
        Temporal.PlainDate.from(date)
          .add({ days })
          .toZonedDateTime({
            timeZone: "Europe/Kyiv",
            plainTime: Temporal.PlainTime.from(time),
          }).epochMilliseconds
      )
    await calendar()
    expect(await cutOff()).toEqual(at("16:00"))
    const { body } = await shop.get("/admin/follow-ups/calendars").expect(200)
    const [{ id, version, definition }] = body.calendars
    await shop
      .post(`/admin/follow-ups/calendars/${id}`, {
        version,
        definition: {
          ...definition,
          exceptions: [{ date, windows: [], label: "Holiday" }],
        },
      })
      .expect(200)
    await calendar()
    expect(await cutOff()).toEqual(at("22:00", -1))
  })

  it.each([
    [{ date: "24 December" }, "not_a_date", ["date"]],
    [{ kind: "holiday" }, "unknown_word", ["kind"]],
    [{ kind: "capacity" }, "field_required", ["capacity"]],
    [{ kind: "capacity", capacity: 0 }, "date_without_places", ["capacity"]],
    [{ kind: "extra" }, "field_required", ["template_id"]],
    [{ kind: "extra", capacity: 0 }, "field_required", ["template_id"]],
    [{ template_id: "dwtmpl_0" }, "unknown_binding", ["template_id"]],
  ])("say that the date %j is wrong, and where", async (wrong, code, path) => {
    const { body } = await shop
      .post(EXCEPTIONS, { ...CLOSED, date: "2027-12-24", ...wrong })
      .expect(400)
    expect(body).toMatchObject({ code, path })
  })

  it("differ once on a date: what is said already is to be changed, not said again", async () => {
    const { id: template_id } = await save(TEMPLATES, await evening())
    const [date, other] = [await inDays(3), await inDays(4)]
    // A closed date needs nothing else.
    const { id } = await save(EXCEPTIONS, { date, kind: "closed" })
    const fewer = { kind: "capacity", capacity: 4, template_id }
    for (const double of [{ kind: "closed" }, fewer]) {
      for (const more of ["", "?dry_run=true"]) {
        const { body } = await shop
          .post(`${EXCEPTIONS}${more}`, { date, ...double })
          .expect(400)
        expect(body).toMatchObject({
          code: "exception_double",
          path: ["date"],
          values: { was: date, id },
        })
      }
    }
    await save(EXCEPTIONS, { date: other, ...fewer })
    await shop.post(EXCEPTIONS, { date: other, ...fewer }).expect(400)
    await shop
      .post(`${EXCEPTIONS}/${id}`, { date: other, ...fewer })
      .expect(400)
    // All together may differ otherwise than one of them, and one window more is
    // not the same; itself is no double.
    await save(EXCEPTIONS, { date: other, kind: "capacity", capacity: 9 })
    const extra = { kind: "extra", template_id, starts_at: "08:00" }
    await save(EXCEPTIONS, { date, ...extra, ends_at: "10:00" })
    await shop
      .post(EXCEPTIONS, { date, ...extra, ends_at: "11:00" })
      .expect(400)
    await save(`${EXCEPTIONS}/${id}`, { date, kind: "closed", label: "Rain" })
    const { body } = await shop.get(EXCEPTIONS).expect(200)
    expect(
      body.exceptions.map(({ kind }: { kind: string }) => kind).sort()
    ).toEqual(["capacity", "capacity", "closed", "extra"])
  })

  it("to midnight end at 24:00, however that is written", async () => {
    const { id } = await save(TEMPLATES, await evening({ ends_at: "00:00" }))
    const { body } = await shop.get(TEMPLATES).expect(200)
    expect(body.templates).toMatchObject([{ id, ends_at: "24:00" }])
    expect(await windowsOn(await inDays(3))).toMatchObject([
      { local_start: "18:00", local_end: "24:00" },
    ])
  })

  it("tell whose places a change would take before it is made, and whose it has taken for as long as they are over", async () => {
    const { id } = await save(TEMPLATES, await evening({ capacity: 3 }))
    const date = await inDays(2)
    const [window] = await windowsOn(date)
    const orders = await twoBooked(window?.id)
    const closed = { date, kind: "closed" }
    const wouldBeOver = async (path: string, change?: object) => {
      const asked = `${path}?dry_run=true`
      const { body } = await (
        change ? shop.post(asked, change) : shop.delete(asked)
      ).expect(200)
      const { dry_run }: AdminDeliveryWindowDryRunResponse = body
      expect(dry_run).toMatchObject({ count: dry_run.over?.length })
      return dry_run.over?.map(({ order_id, display_id }) => [
        order_id,
        display_id,
      ])
    }
    const both = [...orders]
      .reverse()
      .map(({ id, display_id }) => [id, display_id])
    expect(await wouldBeOver(EXCEPTIONS, closed)).toEqual(both)
    expect(
      await wouldBeOver(`${TEMPLATES}/${id}`, await evening({ capacity: 1 }))
    ).toEqual(both.slice(0, 1))
    expect(await wouldBeOver(`${TEMPLATES}/${id}`)).toEqual([])
    // Nothing of it is done.
    expect(await windowsOn(date)).toMatchObject([
      { capacity: 3, booked: 2, over: 0, is_closed: false },
    ])
    expect((await shop.get(EXCEPTIONS).expect(200)).body.count).toBe(0)

    const { id: exception_id, over } = await save(EXCEPTIONS, closed)
    expect(over.map(({ order_id }) => order_id)).toEqual(
      both.map(([order_id]) => order_id)
    )
    const { body } = await shop.get(EXCEPTIONS).expect(200)
    expect(body.exceptions).toMatchObject([{ id: exception_id, over: 2 }])
    expect(await windowsOn(date)).toMatchObject([{ over: 2, is_closed: true }])
    expect(await wouldBeOver(`${EXCEPTIONS}/${exception_id}`)).toEqual([])
  })

  it("fill the board of a day with what a courier has to know, and keep what is booked", async () => {
    const { id } = await save(TEMPLATES, await evening({ capacity: 2 }))
    const date = await inDays(2)
    const [window] = await windowsOn(date)
    const orders = await twoBooked(window?.id)
    const { body } = await shop.get(`${ROOT}?date=${date}`).expect(200)
    const board: AdminDeliveryBoardResponse = body
    expect(board).toMatchObject({
      date,
      backlog: { count: 0, days: [] },
      windows: [
        {
          id: window?.id,
          place: "Ukraine",
          booked: 2,
          bookings: orders.map(({ id, display_id, total }, index) => ({
            status: "confirmed",
            flag: null,
            order: {
              id,
              display_id,
              name: "Олена Коваленко",
              phone: somebody(index + 1).phone,
              address: ["вул. Січових Стрільців, 21", "04053 Київ"],
              to_collect: total,
              currency_code: "uah",
              is_canceled: false,
            },
          })),
        },
      ],
    })

    // Of the other windows of the day, those that its courier comes in.
    const { vocabulary } = await zoneOf()
    const elsewhere = vocabulary.service_zones.find(
      ({ name }) => name === "Bulgaria"
    )
    await save(
      TEMPLATES,
      await evening({ name: "Sofia", service_zone_id: elsewhere?.id })
    )
    const { id: later } = await save(
      TEMPLATES,
      await evening({ name: "Night", starts_at: "20:00", ends_at: "22:00" })
    )
    const { body: more } = await shop.get(`${ROOT}?date=${date}`).expect(200)
    const shownMore: AdminDeliveryBoardResponse = more
    const open = shownMore.windows.find(
      ({ template_id }) => template_id === later
    )
    expect(shownMore.windows).toHaveLength(3)
    expect(
      shownMore.windows
        .find((one) => one.id === window?.id)
        ?.bookings.map(({ open_window_ids }) => open_window_ids)
    ).toEqual([[open?.id], [open?.id]])

    // Fewer places: the last one booked is one too many, and keeps its place.
    const { over } = await save(
      `${TEMPLATES}/${id}`,
      await evening({ capacity: 1 })
    )
    expect(over.map(({ order_id }) => order_id)).toEqual([orders[1]?.id])
    const { body: after } = await shop.get(`${ROOT}?date=${date}`).expect(200)
    const shown: AdminDeliveryBoardResponse = after
    expect(shown.windows.find((one) => one.id === window?.id)).toMatchObject({
      local_start: "18:00",
      booked: 2,
      bookings: [{ flag: null }, { flag: "over_capacity" }],
    })
    await shop.get(`${ROOT}?date=today`).expect(400)
  })

  it("list what goes now of a part delivery, and what is to be collected for it", async () => {
    await save(TEMPLATES, await evening())
    const date = await inDays(2)
    const [window] = await windowsOn(date)
    await stock(shop, KETTLE, 9)
    const { id, total } = await placeOrder(shop, somebody(1), {
      variant_id: await variantOf(shop, KETTLE),
      quantity: 3,
    })
    await stock(shop, KETTLE, 2)
    const line_item_id = await lineOf(shop, id)
    await settle(shop, id, { deed: { kind: "part_delivery", units: 2 } })
    await shop
      .post(`${ROOT}/orders/${id}/book`, { window_id: window?.id })
      .expect(200)
    const listed = async () => {
      const { body } = await shop.get(`${ROOT}?date=${date}`).expect(200)
      const board: AdminDeliveryBoardResponse = body
      return board.windows.flatMap(({ bookings }) => bookings)[0]?.order
    }
    const { lines } =
      (await amountsOfOrders([id], shop.container)).get(id) ?? {}
    const each = (lines?.get(line_item_id) ?? 0) / 3
    expect(each).toBeGreaterThan(0)
    expect(await listed()).toMatchObject({
      items: [{ quantity: 2, later: { units: 1, expected_at: null } }],
      to_collect: total - each,
      to_collect_in_all: total,
      is_part: true,
    })

    // What was delivered goes no more; whether it was paid, nobody has recorded.
    const { body } = await shop
      .post(`/admin/orders/${id}/fulfillments`, {
        items: [{ id: line_item_id, quantity: 2 }],
      })
      .expect(200)
    const [parcel] = await fulfillmentsOf(body.order.id)
    await shop
      .post(`/admin/orders/${id}/fulfillments/${parcel}/mark-as-delivered`)
      .expect(200)
    await stock(shop, KETTLE, 9)
    await shop.settle()
    expect(await listed()).toMatchObject({
      items: [{ quantity: 1, later: null }],
      to_collect: total,
      to_collect_in_all: total,
      is_part: true,
    })
  })

  it("say what had better not go: what is not confirmed, short or declined, and what waits", async () => {
    await save(TEMPLATES, await evening())
    const date = await inDays(2)
    const [window] = await windowsOn(date)
    await stock(shop, KETTLE, 9)
    const { id } = await placeOrder(shop, somebody(1), {
      variant_id: await variantOf(shop, KETTLE),
      quantity: 3,
    })
    const { id: task_id } = await taskOf(shop, id)
    await shop
      .post(`${ROOT}/orders/${id}/book`, { window_id: window?.id })
      .expect(200)
    const listed = async () => {
      const { body } = await shop.get(`${ROOT}?date=${date}`).expect(200)
      const board: AdminDeliveryBoardResponse = body
      const [booking] = board.windows.flatMap(({ bookings }) => bookings)
      return {
        notices: booking?.notices.map(
          ({ label, level }) => `${level}: ${label.en}`
        ),
        waits_for: booking?.waits_for,
      }
    }
    expect(await listed()).toEqual({
      notices: ["pending: Not confirmed yet"],
      waits_for: [],
    })

    await stock(shop, KETTLE, 1)
    await shop.settle()
    await shop
      .post(`/admin/follow-ups/${task_id}/complete`, { outcome: "confirmed" })
      .expect(200)
    expect((await listed()).notices).toEqual([
      "pending: Out of stock, not settled yet",
    ])

    await settle(shop, id, { deed: { kind: "wait", until: null } })
    await shop.settle()
    expect(await listed()).toEqual({
      notices: [],
      waits_for: [
        expect.objectContaining({ agreed: "wait", now: 0, later: 3 }),
      ],
    })
  })

  const fulfillmentsOf = async (order_id: string): Promise<string[]> => {
    const { body } = await shop
      .get(`/admin/orders/${order_id}?fields=fulfillments.id`)
      .expect(200)
    return body.order.fulfillments.map(({ id }: { id: string }) => id)
  }
}
