import {
  at,
  booked,
  BY_AGENT,
  describeWindows,
  NOW,
  nth,
  times,
} from "./delivery-window-module"
import type { Exception, Template } from "../../src/modules/delivery-window"
import { selectOpenWindows } from "../../src/modules/delivery-window/windows/windows"
import { plansOf } from "./big-shop"
import { windowsOfDays } from "./windows-of-days"

describeWindows("delivery windows", ({ service, ...shop }) => {
  const exception = {
    date: "2026-11-24",
    template_id: null,
    capacity: null,
    starts_at: null,
    ends_at: null,
    label: "Inventory",
  }
  /** Each a second after the one before. */
  const book = async (window_id: string, order: number) =>
    booked(
      await service.book(
        { window_id, order_id: `order_${order}`, ...BY_AGENT },
        at(new Date(NOW.getTime() + order * 1_000))
      )
    )
  /** The template of the first test, changed. */
  const change = async (template: object) => {
    const [saved] = await service.listTemplates()
    if (!saved) throw new Error("there is no template")
    await service.saveTemplate({ ...saved, ...template })
    return await shop.make()
  }

  const savedException = async (
    given: Parameters<typeof service.saveException>[0]
  ) => {
    const answer = await service.saveException(given)
    if ("double" in answer) throw new Error("there is such an exception")
    return answer.saved.id
  }

  it("are made once, however often and by how many", async () => {
    const before = await shop.windowsOf()
    await Promise.all(times(5).map(() => shop.make()))
    expect(await service.listWindows({})).toEqual(before)
    expect(before).toHaveLength(8)
  })

  it("have their cut-off over the weekend", async () => {
    await shop.windowsOf({
      starts_at: "10:00",
      ends_at: "12:00",
      cut_off_minutes: 120,
    })
    const [monday] = await service.listWindows({
      from_date: "2026-11-30",
      to_date: "2026-11-30",
    })
    expect(monday?.cut_off_at).toEqual(new Date("2026-11-27T15:00:00Z"))
  })

  it("keep their time once they are booked; the others are made anew", async () => {
    const windows = await shop.windowsOf()
    const booking = await book(nth(windows).id, 1)
    // What is booked stands: nobody is to be called.
    expect(await change({ starts_at: "15:00", ends_at: "17:00" })).toEqual([])

    const now = await service.listWindows({})
    expect(
      now.map(({ local_date, local_start }) => `${local_date} ${local_start}`)
    ).toEqual([
      "2026-11-23 14:00",
      ...times(8).map((day) => `2026-11-${23 + day} 15:00`),
    ])
    expect(nth(now)).toMatchObject({
      id: booking.window_id,
      starts_at: nth(windows).starts_at,
      is_closed: true,
    })

    await change({ starts_at: "14:00", ends_at: "16:00" })
    expect(await service.listWindows({})).toHaveLength(8)
    expect(
      await service.listWindows({ window_ids: [booking.window_id] })
    ).toMatchObject([{ is_closed: false, booked: 1 }])
  })

  it("keep their moment once they are booked although their template's zone is another one", async () => {
    const windows = await shop.windowsOf()
    await book(nth(windows).id, 1)
    expect(await change({ time_zone: "Europe/Lisbon" })).toEqual([])
    const [stays, moves] = await service.listWindows({})
    expect(stays).toMatchObject({
      id: nth(windows).id,
      time_zone: "Europe/Kyiv",
      starts_at: new Date("2026-11-23T12:00:00Z"),
      ends_at: new Date("2026-11-23T14:00:00Z"),
      cut_off_at: new Date("2026-11-23T12:00:00Z"),
      is_closed: false,
      booked: 1,
    })
    expect(moves).toMatchObject({
      time_zone: "Europe/Lisbon",
      starts_at: new Date("2026-11-24T14:00:00Z"),
    })
  })

  it("keep their time for a cart whose hold ran out, which may still become an order", async () => {
    const window = nth(await shop.windowsOf())
    await service.hold(
      { window_id: window.id, cart_id: "cart_1", units: 1, minutes: 15 },
      at(NOW)
    )
    const later = new Date(NOW.getTime() + 20 * 60_000)
    await service.expireHolds(10, at(later))
    await change({ ends_at: "15:00" })

    const { window_id } = booked(
      await service.confirmCart(
        { cart_id: "cart_1", order_id: "order_1", units: 1 },
        at(later)
      )
    )
    expect(
      await service.listWindows({ window_ids: [window_id] })
    ).toMatchObject([{ id: window.id, local_end: "16:00" }])
  })

  it("evict nobody when their capacity is cut: those over are said, the last booked first", async () => {
    const window = nth(await shop.windowsOf())
    for (const order of times(9)) {
      await book(window.id, order)
    }
    const over = await change({ capacity: 7 })
    expect(over?.map(({ order_id }) => order_id)).toEqual([
      "order_8",
      "order_7",
    ])
    expect(
      await service.readBookings({ flags: ["over_capacity"] })
    ).toHaveLength(2)
    expect(
      await service.listWindows({ window_ids: [window.id] })
    ).toMatchObject([{ capacity: 7, booked: 9 }])
    // They are said once, and no longer when there is room again.
    expect(await shop.make()).toEqual([])
    await change({ capacity: 8 })
    expect(
      await service.readBookings({ flags: ["over_capacity"] })
    ).toMatchObject([{ order_id: "order_8" }])
  })

  it("have those called first who booked last, and nobody who fits since another left", async () => {
    const window = nth(await shop.windowsOf())
    const bookings = []
    for (const order of times(5)) {
      bookings.push(await book(window.id, order))
    }
    await change({ capacity: 2 })
    // Whoever changed the capacity may be gone: the next tick finds them.
    const taken: string[] = []
    for (let order = 0; order < 3; order++) {
      const [next] = await service.takeOrders(
        { limit: 1, only_changed: true, order_ids: null },
        NOW
      )
      taken.push(next?.order_id ?? "")
    }
    expect(taken).toEqual(["order_4", "order_3", "order_2"])

    await service.release(
      { booking_id: nth(bookings).id, reason: "x", actor_id: null },
      at(NOW)
    )
    await service.judgeFreed(10, at(NOW), NOW)
    expect(
      (await service.readBookings({ flags: ["over_capacity"] })).map(
        ({ order_id }) => order_id
      )
    ).toEqual(["order_3", "order_4"])
    // It is judged once for each time that units are freed.
    await service.flagBooking(nth(bookings, 1).id, "over_capacity")
    await service.judgeFreed(10, at(NOW), NOW)
    expect(
      await service.readBookings({ flags: ["over_capacity"] })
    ).toHaveLength(3)
  })

  it("have room again without an exception, and what was overbooked stands as long as the date is not closed", async () => {
    const window = nth(await shop.windowsOf({ capacity: 3 }))
    for (const order of times(3)) {
      await book(window.id, order)
    }
    const overbooked = booked(
      await service.book(
        {
          ...BY_AGENT,
          window_id: window.id,
          order_id: "order_3",
          overbook_reason: "A wedding",
        },
        at(new Date(NOW.getTime() + 3_000))
      )
    )
    const on_the_date = { ...exception, date: window.local_date }
    const except = async (changes: object) => {
      const id = await savedException({
        ...on_the_date,
        kind: "closed",
        ...changes,
      })
      const over = await shop.make()
      return { id, over: over?.map(({ order_id }) => order_id) }
    }
    const flagged = async () =>
      (await service.readBookings({ flags: ["over_capacity"] })).map(
        ({ order_id }) => order_id
      )
    const without = async (id: string) => {
      await service.removeException(id)
      expect(await shop.make()).toEqual([])
      expect(await flagged()).toEqual([])
    }

    const less = await except({ kind: "capacity", capacity: 1 })
    expect(less.over).toEqual(["order_2", "order_1"])
    await without(less.id)
    const again = await except({ kind: "capacity", capacity: 2 })
    expect(again.over).toEqual(["order_2"])
    await without(again.id)
    // Nobody is brought anything on a closed date.
    const closed = await except({})
    expect(closed.over).toEqual(["order_3", "order_2", "order_1", "order_0"])
    await without(closed.id)
    expect(
      await service.readBookings({ booking_ids: [overbooked.id] })
    ).toMatchObject([{ status: "confirmed", overbooked_reason: "A wedding" }])
  })

  it("leave no flag on the place of a cart that has another one since", async () => {
    const [first, second] = await shop.windowsOf()
    const hold = async (cart: number, window_id = first?.id ?? "") =>
      booked(
        await service.hold(
          { window_id, cart_id: `cart_${cart}`, units: 1, minutes: 15 },
          at(NOW)
        )
      )
    const confirm = async (cart: number, now: Date) =>
      booked(
        await service.confirmCart(
          { cart_id: `cart_${cart}`, order_id: `order_${cart}`, units: 1 },
          at(now)
        )
      )
    await hold(1)
    await hold(2)
    const id = await savedException({
      ...exception,
      date: first?.local_date ?? "",
      kind: "capacity",
      capacity: 0,
    })
    expect(await shop.make()).toHaveLength(2)
    expect((await hold(1, second?.id)).flag).toBeNull()
    expect((await confirm(1, NOW)).flag).toBeNull()

    // The other one runs out, and takes a place again once there is one.
    const later = new Date(NOW.getTime() + 16 * 60_000)
    await service.expireHolds(10, at(later))
    await service.removeException(id)
    await shop.make(later)
    expect(await confirm(2, later)).toMatchObject({
      window_id: first?.id,
      status: "confirmed",
      flag: null,
    })
  })

  it("have the bookings of forgotten orders looked at", async () => {
    const window = nth(await shop.windowsOf())
    await book(window.id, 1)
    await service.noticeForgotten(10, NOW)
    expect(
      await service.takeOrders(
        { limit: 50, only_changed: true, order_ids: null },
        NOW
      )
    ).toMatchObject([{ order_id: "order_1" }])
  })

  it("have exceptions: a closed date, another capacity, one window more", async () => {
    const windows = await shop.windowsOf()
    const template_id = nth(windows).template_id
    const booking = await book(nth(windows, 1).id, 1)
    await service.saveException({ ...exception, kind: "closed" })
    await service.saveException({
      ...exception,
      date: "2026-11-25",
      kind: "capacity",
      capacity: 3,
    })
    await service.saveException({
      ...exception,
      date: "2026-11-26",
      kind: "extra",
      template_id,
      starts_at: "20:00",
      ends_at: "22:00",
    })
    expect(await shop.make()).toMatchObject([{ id: booking.id }])
    const days = await service.listWindows({
      from_date: "2026-11-24",
      to_date: "2026-11-26",
    })
    expect(
      days.map(({ local_start, capacity, is_closed }) => ({
        local_start,
        capacity,
        is_closed,
      }))
    ).toEqual([
      { local_start: "14:00", capacity: 10, is_closed: true },
      { local_start: "14:00", capacity: 3, is_closed: false },
      { local_start: "14:00", capacity: 10, is_closed: false },
      { local_start: "20:00", capacity: 10, is_closed: false },
    ])
  })

  it("are open to the options they serve, with the units that are free", async () => {
    await shop.windowsOf({ capacity: 2 })
    await shop.windowsOf({
      starts_at: "18:00",
      ends_at: "20:00",
      shipping_option_ids: ["so_evening"],
      capacity: 5,
      capacity_unit: "items",
    })
    const open = async (
      shipping_option_id: string,
      units_of?: Record<string, number>
    ) =>
      (
        await service.listOpenWindows(
          {
            shipping_option_ids: [shipping_option_id],
            service_zone_ids: ["serzo_kyiv"],
            from: NOW,
            to: new Date("2026-11-24T00:00:00Z"),
            units_of,
          },
          at(NOW)
        )
      ).map(({ local_start, free }) => `${local_start} ${free}`)
    expect(await open("so_courier")).toEqual(["14:00 2"])
    expect(await open("so_evening", { items: 5 })).toEqual([
      "14:00 2",
      "18:00 5",
    ])
    expect(await open("so_evening", { items: 6 })).toEqual(["14:00 2"])
    expect(await open("so_evening", { orders: 3 })).toEqual(["18:00 5"])
  })

  it("are tried with another plan, which says who would be over, and leaves all as it was", async () => {
    const windows = await shop.windowsOf()
    const bookings = [
      await book(nth(windows).id, 1),
      await book(nth(windows).id, 2),
    ]
    const tried = await service.tryPlan(
      {
        rows: windows.map(({ id: _, booked: __, taken: ___, ...window }) => ({
          ...window,
          is_closed: true,
        })),
        from: "2026-11-23",
        to: "2026-11-30",
      },
      at(NOW)
    )
    expect(tried.map(({ id }) => id)).toEqual(
      [...bookings].reverse().map(({ id }) => id)
    )
    expect(await service.listWindows({})).toEqual(
      windows.map((window, index) =>
        index === 0 ? { ...window, booked: 2, taken: 2 } : window
      )
    )
    const dates = windows.map(({ local_date }) => local_date)
    expect(await service.countOver(dates)).toEqual([])
    expect(
      await service.readBookings({
        booking_ids: bookings.map(({ id }) => id),
        flags: ["over_capacity"],
      })
    ).toEqual([])
  })

  it.each<[string, Partial<Template> | Exception["kind"], number]>([
    ["fewer places", { capacity: 1 }, 3],
    ["no places", { capacity: 0 }, 5],
    ["another unit", { capacity: 1, capacity_unit: "items" }, 0],
    ["other hours", { capacity: 1, starts_at: "15:00" }, 0],
    ["other days", { capacity: 1, weekdays: [2] }, 2],
    ["none at all", { is_on: false }, 0],
    ["a closed date", "closed", 4],
    ["a date with fewer places", "capacity", 2],
    ["one window more", "extra", 0],
  ])("are tried as they are then made with %s", async (_, changed, over) => {
    const windows = await shop.windowsOf({ capacity: 3 })
    const bookings = []
    for (const [order, window] of [0, 1, 1, 1, 0].entries()) {
      bookings.push(await book(nth(windows, window).id, order))
    }
    // Nobody knows how much it takes up: it may be over all the same.
    await service.flagBooking(nth(bookings, 3).id, "units_unknown")
    await service.book(
      {
        window_id: nth(windows, 1).id,
        order_id: "order_9",
        ...BY_AGENT,
        overbook_reason: "A birthday",
      },
      at(NOW)
    )
    if (typeof changed !== "string") {
      const template = nth(await service.listTemplates())
      await service.saveTemplate({ ...template, ...changed })
    } else {
      await savedException({
        ...exception,
        kind: changed,
        template_id: nth(windows).template_id,
        capacity: 1,
        starts_at: "08:00",
        ends_at: "10:00",
      })
    }
    const plan = await shop.plan()
    const tried = await service.tryPlan(plan, at(NOW))
    expect(tried).toHaveLength(over)
    const made = await service.writePlan(plan, at(NOW), NOW)
    expect(made?.map(({ id }) => id)).toEqual(tried.map(({ id }) => id))
    // Those that are flagged already are not told again.
    expect(await service.tryPlan(plan, at(NOW))).toEqual([])
  })

  it("say how many are over their capacity on the dates that are asked about", async () => {
    const windows = await shop.windowsOf()
    for (const [order, window] of [0, 0, 1].entries()) {
      await book(nth(windows, window).id, order)
    }
    for (const { local_date } of windows.slice(0, 2)) {
      await savedException({ ...exception, date: local_date, kind: "closed" })
    }
    await shop.make()
    const [first, second, third] = windows.map(({ id, local_date }) => ({
      window_id: id,
      local_date,
    }))
    const over = async (...dates: (string | undefined)[]) =>
      (await service.countOver(dates.map((date) => date ?? ""))).sort(
        (a, b) => b.over - a.over
      )
    expect(await over(first?.local_date)).toMatchObject([{ ...first, over: 2 }])
    expect(await over(second?.local_date, third?.local_date)).toMatchObject([
      { ...second, over: 1 },
    ])
    expect(await over()).toEqual([])
  })

  it("are tried without waiting for whoever books", async () => {
    const windows = await shop.windowsOf({ capacity: 1 })
    await book(nth(windows).id, 1)
    await service.saveException({
      ...exception,
      date: "2026-11-23",
      kind: "closed",
    })
    const plan = await shop.plan()
    await shop.transaction(async (sql) => {
      await sql.execute("select 1 from delivery_window for update", [])
      await sql.execute("select 1 from delivery_window_booking for update", [])
      await sql.execute("select 1 from delivery_window_making for update", [])
      expect(await service.tryPlan(plan, at(NOW))).toMatchObject([
        { order_id: "order_1" },
      ])
    })
  })

  it("differ on a date once, also if two say so at once", async () => {
    const written = await Promise.all(
      times(4).map(
        async () =>
          await service.saveException({ ...exception, kind: "closed" })
      )
    )
    expect(written.filter((one) => "saved" in one)).toHaveLength(1)
    expect(
      await service.listExceptions({ from: "2026-11-01", to: "2026-12-01" })
    ).toHaveLength(1)
  })

  it("are not written by a plan that is out of date", async () => {
    await shop.windowsOf()
    const { version } = await service.readMaking(at(NOW))
    await service.saveException({ ...exception, kind: "closed" })
    expect(
      await service.writePlan(
        {
          rows: [],
          from: "2026-11-23",
          to: "2026-11-30",
          version,
          made_by: "",
        },
        at(NOW),
        NOW
      )
    ).toBeNull()
    expect(await service.listWindows({})).toHaveLength(8)
  })

  it("that are open are found by indexes among a year of them", async () => {
    const sql = shop.sql()
    for (const statement of [...windowsOfDays(365), "analyze"]) {
      await sql.execute(statement)
    }
    const tomorrow = Date.now() + 86_400_000
    const plans = await plansOf(sql, (connection) =>
      selectOpenWindows(
        connection,
        {
          shipping_option_ids: ["so_3"],
          service_zone_ids: ["zone_3"],
          from: new Date(tomorrow),
          to: new Date(tomorrow + 7 * 86_400_000),
        },
        0
      )
    )
    // There is a row for each of sixty templates.
    expect(plans.map(({ scanned }) => scanned)).toEqual([
      ["delivery_window_template"],
    ])
    expect(plans[0]?.lookedUpIn("IDX_delivery_window_time")).toContain(
      "starts_at <"
    )
  })

  it("whose counts are wrong are told and mended", async () => {
    const windows = await shop.windowsOf()
    await book(nth(windows).id, 1)
    await shop
      .sql()
      .execute(
        `update delivery_window set booked = 3 where id = '${nth(windows).id}'`
      )
    await shop
      .sql()
      .execute(
        `update delivery_window set booked = 2 where id = '${nth(windows, 1).id}'`
      )
    const wrong = [
      { window_id: nth(windows).id, booked: 3, active: 1 },
      { window_id: nth(windows, 1).id, booked: 2, active: 0 },
    ]
    expect(await service.sumsDiffer()).toEqual(expect.arrayContaining(wrong))
    expect(await service.readHealth(NOW)).toMatchObject({ wrong_counts: 2 })
    expect(await service.repairSums()).toEqual(expect.arrayContaining(wrong))
    expect(await service.repairSums()).toEqual([])
    expect(await service.readHealth(NOW)).toEqual({
      wrong_counts: 0,
      failing_records: 0,
      oldest_failing_seconds: null,
    })
  })
})
