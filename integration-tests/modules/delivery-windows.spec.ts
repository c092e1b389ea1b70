import {
  at,
  booked,
  BY_AGENT,
  BY_CUSTOMER,
  describeWindows,
  NOW,
  nth,
  times,
} from "./delivery-window-module"
import { followingCouriers } from "./following-couriers"

/** How long a place is kept for a cart. */
const MINUTES = 15

describeWindows("a place in a delivery window", ({ service, ...shop }) => {
  const hold = (window_id: string, cart: number, now: Date | string = NOW) =>
    service.hold(
      { window_id, cart_id: `cart_${cart}`, units: 1, minutes: MINUTES },
      at(now)
    )
  const confirm = (cart: number, now: Date | string = NOW, units = 1) =>
    service.confirmCart(
      { cart_id: `cart_${cart}`, order_id: `order_${cart}`, units },
      at(now)
    )
  const book = (window_id: string, order: number, now: Date | string = NOW) =>
    service.book(
      { window_id, order_id: `order_${order}`, ...BY_AGENT },
      at(now)
    )
  const bookedIn = async (window_id: string) =>
    nth(await service.listWindows({ window_ids: [window_id] })).booked

  it("is taken by ten of two hundred who ask at once, and the others hear of the next window", async () => {
    const window = nth(await shop.windowsOf())
    const results = await Promise.all(
      times(200).map((order) => book(window.id, order))
    )

    const refused = results.filter((result) => result.refused)
    expect(results.length - refused.length).toBe(10)
    expect(
      new Set(
        refused.map(
          (result) =>
            result.refused && `${result.refused} ${result.next?.local_date}`
        )
      )
    ).toEqual(new Set(["full 2026-11-24"]))
  })

  it("is one booking, however often the same is asked, also for the last place", async () => {
    const window = nth(await shop.windowsOf({ capacity: 1 }))
    const results = await Promise.all(times(20).map(() => book(window.id, 1)))
    expect(new Set(results.map((result) => booked(result).id)).size).toBe(1)

    const again = await book(window.id, 1)
    expect(booked(again).id).toBe(booked(nth(results)).id)
    expect(await bookedIn(window.id)).toBe(1)
  })

  it("is one for an order that asks for several windows at once", async () => {
    const windows = await shop.windowsOf()
    const results = await Promise.all(
      times(20).map((n) => book(nth(windows, n % 5).id, 1))
    )
    const ids = results.map((result) => result.booking?.id)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(results.flatMap((result) => result.refused ?? []))).toEqual(
      new Set(["already_booked"])
    )
  })

  it("is kept for one cart until a moment, and then is free for another", async () => {
    const window = nth(await shop.windowsOf({ capacity: 1 }))
    expect(booked(await hold(window.id, 1)).status).toBe("held")
    expect((await hold(window.id, 2)).refused).toBe("full")

    const later = "2026-11-23T07:15:01Z"
    const [open] = await service.listOpenWindows(
      {
        shipping_option_ids: [],
        service_zone_ids: ["serzo_kyiv"],
        from: NOW,
        to: new Date("2026-11-24T00:00:00Z"),
      },
      at(later)
    )
    expect(open).toMatchObject({ id: window.id, free: 1 })
    expect(booked(await hold(window.id, 2, later)).cart_id).toBe("cart_2")
    expect(await service.readBookings({ cart_ids: ["cart_1"] })).toMatchObject([
      { status: "released", release_reason: "expired" },
    ])
  })

  it("is one for a cart, that moves with what it chooses, and grows with it", async () => {
    const [first, second] = await shop.windowsOf({ capacity: 2 })
    const held = await Promise.all(
      times(10).map((n) => hold(nth([first, second], n % 2)?.id ?? "", 1))
    )
    expect(new Set(held.map((result) => booked(result).id)).size).toBe(1)
    const moved = await service.hold(
      {
        window_id: nth([second])?.id ?? "",
        cart_id: "cart_1",
        units: 2,
        minutes: 5,
      },
      at(NOW)
    )
    expect(booked(moved)).toMatchObject({ window_id: second?.id, units: 2 })
    expect(await bookedIn(first?.id ?? "")).toBe(0)
    const more = await confirm(1, NOW, 3)
    expect(more.refused).toBe("full")
    expect(await bookedIn(second?.id ?? "")).toBe(0)
  })

  it("goes to one of the two when an expiry meets a confirmation", async () => {
    const expiry = "2026-11-23T07:15:01Z"
    for (const round of times(8)) {
      const window = nth(await shop.windowsOf({ capacity: 1 }))
      booked(await hold(window.id, 2 * round))
      const results = await Promise.all([
        confirm(2 * round, expiry),
        book(window.id, 2 * round + 1, expiry),
        service.expireHolds(10, at(expiry)),
      ])
      const refused = results
        .slice(0, 2)
        .map((result) => typeof result === "object" && result.refused)
      expect(refused.filter((one) => one === "full")).toHaveLength(1)
      expect(await bookedIn(window.id)).toBe(1)
    }
  })

  it("is given to the order of a cart whose hold ran out, if it is free", async () => {
    const window = nth(await shop.windowsOf({ capacity: 1 }))
    await hold(window.id, 1)
    await service.expireHolds(10, at("2026-11-23T07:20:00Z"))
    expect(await bookedIn(window.id)).toBe(0)

    const result = booked(await confirm(1, "2026-11-23T07:21:00Z"))
    expect(result).toMatchObject({
      window_id: window.id,
      order_id: "order_1",
      status: "confirmed",
    })
    expect(
      (await service.readBookingHistory(result.id)).map(({ kind }) => kind)
    ).toEqual(["held", "expired", "confirmed"])
  })

  it("is not given to a slow checkout after the cut-off; the wish is kept", async () => {
    // Two o'clock in Kyiv; the window begins an hour later.
    const window = nth(
      await shop.windowsOf({
        starts_at: "15:00",
        ends_at: "17:00",
        cut_off_minutes: 60,
      })
    )
    expect(window.cut_off_at).toEqual(new Date("2026-11-23T12:00:00Z"))
    booked(await hold(window.id, 1, "2026-11-23T11:55:00Z"))

    const result = await confirm(1, "2026-11-23T12:02:00Z")
    expect(result).toMatchObject({
      refused: "cut_off",
      booking: {
        window_id: window.id,
        order_id: "order_1",
        status: "released",
      },
      next: { local_date: "2026-11-24" },
    })
    expect(await bookedIn(window.id)).toBe(0)
    // A program that asks again does not book behind a person's back.
    expect((await confirm(1, NOW)).refused).toBe("cut_off")
    expect((await hold(window.id, 2, "2026-11-23T12:02:00Z")).refused).toBe(
      "cut_off"
    )
    expect((await book(window.id, 3, "2026-11-23T12:02:00Z")).refused).toBe(
      "cut_off"
    )
  })

  it("is not taken within the lead time, in a closed window, or in one that has begun", async () => {
    const window = nth(await shop.windowsOf({ lead_minutes: 90 }))
    expect((await book(window.id, 1, "2026-11-23T10:31:00Z")).refused).toBe(
      "too_soon"
    )
    expect((await book(window.id, 1, "2026-11-23T12:00:00Z")).refused).toBe(
      "gone"
    )
    await service.saveException({
      date: window.local_date,
      template_id: null,
      kind: "closed",
      capacity: null,
      starts_at: null,
      ends_at: null,
      label: "Inventory",
    })
    await shop.make()
    expect(await book(window.id, 1)).toMatchObject({
      refused: "closed",
      next: { local_date: "2026-11-24" },
    })
    expect((await book("dwin_none", 1)).refused).toBe("not_found")
  })

  it.each([
    ["cut_off", { cut_off_minutes: 60 }, "2026-11-23T11:00:00Z"],
    ["too_soon", { lead_minutes: 90 }, "2026-11-23T10:31:00Z"],
    ["gone", {}, "2026-11-23T12:00:00Z"],
    ["closed", {}, "2026-11-23T08:00:00Z"],
  ] as const)(
    "is refused as %s through every door, whatever the reason to overbook it",
    async (why, template, moment) => {
      const windows = await shop.windowsOf({
        ...template,
        starts_at: "14:00",
        capacity: 9,
      })
      const [window, later] = [nth(windows), nth(windows, 1)]
      const keep = async (window_id: string, cart: number, minutes: number) =>
        booked(
          await service.hold(
            { window_id, cart_id: `cart_${cart}`, units: 1, minutes },
            at(NOW)
          )
        )
      await keep(window.id, 1, 10_000)
      await keep(window.id, 2, 1)
      await keep(later.id, 3, 10_000)
      const { id } = booked(await book(later.id, 4))
      if (why === "closed") {
        await service.saveException({
          date: window.local_date,
          template_id: null,
          kind: "closed",
          capacity: null,
          starts_at: null,
          ends_at: null,
          label: "Snow",
        })
        await shop.make()
      }
      const over = { overbook_reason: "A wedding" }
      const moved = { booking_id: id, window_id: window.id }
      const doors = {
        hold: await hold(window.id, 5, moment),
        hold_moved: await hold(window.id, 3, moment),
        confirm: await confirm(1, moment),
        confirm_expired: await confirm(2, moment),
        book: await book(window.id, 6, moment),
        overbook: await service.book(
          { ...BY_AGENT, ...over, window_id: window.id, order_id: "order_7" },
          at(moment)
        ),
        move: await service.move({ ...BY_AGENT, ...moved }, at(moment)),
        move_over: await service.move(
          { ...BY_AGENT, ...moved, ...over },
          at(moment)
        ),
        move_by_customer: await service.move(
          { ...BY_CUSTOMER, ...moved, most_moves: 2 },
          at(moment)
        ),
        move_many: await service.moveMany([moved], BY_AGENT, at(moment)),
      }
      expect(
        Object.fromEntries(
          Object.entries(doors).map(([door, { refused }]) => [door, refused])
        )
      ).toEqual(
        Object.fromEntries(Object.keys(doors).map((door) => [door, why]))
      )
      expect(await bookedIn(window.id)).toBe(0)
      expect(await bookedIn(later.id)).toBe(2)
    }
  )

  it("is nobody's twice when an expiry meets a cart that takes another window, or gives up", async () => {
    const expiry = "2026-11-23T07:15:01Z"
    for (const round of times(6)) {
      const [first, second] = await shop.windowsOf({ capacity: 1 })
      const { id } = booked(await hold(first?.id ?? "", 2 * round))
      const [moved] = await Promise.all([
        hold(second?.id ?? "", 2 * round, expiry),
        service.expireHolds(10, at(expiry)),
        hold(first?.id ?? "", 2 * round + 1, expiry),
        round % 2 === 0 &&
          service.release(
            { booking_id: id, reason: "given_up", actor_id: null },
            at(expiry)
          ),
      ])
      expect(booked(moved).window_id).toBe(second?.id)
      expect(await bookedIn(first?.id ?? "")).toBe(1)
      expect(await bookedIn(second?.id ?? "")).toBe(1)
    }
  })

  it("is overbooked only with a reason", async () => {
    const window = nth(await shop.windowsOf({ capacity: 1 }))
    await book(window.id, 1)
    const over = {
      window_id: window.id,
      order_id: "order_2",
      ...BY_AGENT,
      overbook_reason: "A wedding",
    }
    expect(booked(await service.book(over, at(NOW)))).toMatchObject({
      overbooked_reason: "A wedding",
    })
    expect(await bookedIn(window.id)).toBe(2)
  })

  it("is moved by the customer so many times, until the cut-off", async () => {
    const windows = await shop.windowsOf({ cut_off_minutes: 60 })
    const { id } = booked(await book(nth(windows).id, 1))
    const move = (place: number, now: Date | string = NOW) =>
      service.move(
        {
          booking_id: id,
          window_id: nth(windows, place).id,
          ...BY_CUSTOMER,
          most_moves: 1,
        },
        at(now)
      )
    expect((await move(1, "2026-11-23T11:30:00Z")).refused).toBe("cut_off")
    expect(booked(await move(1)).customer_moves).toBe(1)
    // The same request again is no second move.
    expect(booked(await move(1)).customer_moves).toBe(1)
    expect((await move(2)).refused).toBe("moves_used_up")
    expect(
      (await service.readBookingHistory(id)).map(({ kind, data }) => [
        kind,
        data.agreed_by,
      ])
    ).toEqual([
      ["booked", "agent"],
      ["moved", "customer"],
    ])
  })

  it("takes up what its order does, as far as there is room, however many change at once", async () => {
    const window = nth(await shop.windowsOf({ capacity: 15 }))
    const bookings = await Promise.all(
      times(10).map(async (order) => await book(window.id, order))
    )
    const resize = async (booking_id: string, units: number) =>
      await service.resize({ booking_id, units }, at(NOW))
    const grown = await Promise.all(
      bookings.map(async (result) => await resize(booked(result).id, 2))
    )
    const full = grown.filter(({ refused }) => refused === "full")
    expect(full).toHaveLength(5)
    expect(full.every(({ booking }) => booking?.units === 1)).toBe(true)

    const [first] = grown.filter(({ refused }) => !refused)
    await resize(first?.booking?.id ?? "", 1)
    expect(booked(await resize(nth(full).booking?.id ?? "", 2)).units).toBe(2)
    expect(
      await service.listWindows({ window_ids: [window.id] })
    ).toMatchObject([{ booked: 15 }])

    // What is held too long gives way; what has ended changes no more.
    const other = nth(
      await shop.windowsOf({
        starts_at: "18:00",
        ends_at: "20:00",
        capacity: 2,
      })
    )
    await service.hold(
      { window_id: other.id, cart_id: "cart_1", units: 1, minutes: 1 },
      at(NOW)
    )
    const late = at(new Date(NOW.getTime() + 120_000))
    const { id } = booked(await book(other.id, 99))
    const asked = { booking_id: id, units: 2 }
    expect(await service.resize(asked, at(NOW))).toMatchObject({
      refused: "full",
    })
    expect(booked(await service.resize(asked, late)).units).toBe(2)
    await service.markBooking(id, { status: "delivered" }, null, at(NOW))
    expect(await resize(id, 1)).toMatchObject({ refused: "gone" })
  })

  it("is given back once, whoever asks how often", async () => {
    const window = nth(await shop.windowsOf())
    const { id } = booked(await book(window.id, 1))
    const release = () =>
      service.release(
        { booking_id: id, reason: "canceled", actor_id: null },
        at(NOW)
      )
    await Promise.all(times(5).map(release))
    expect(await bookedIn(window.id)).toBe(0)
    expect(booked(await book(window.id, 1)).id).not.toBe(id)
  })

  it("counts while it is late, and no longer once it was delivered", async () => {
    const window = nth(await shop.windowsOf())
    const { id } = booked(await book(window.id, 1))
    const after = "2026-11-23T14:31:00Z"
    await service.markBooking(
      id,
      { status: "late", expected_at: new Date("2026-11-23T14:25:00Z") },
      null,
      at(after)
    )
    expect(await bookedIn(window.id)).toBe(1)
    const delivered = booked(
      await service.markBooking(
        id,
        {
          status: "delivered",
          delivered_at: new Date(after),
          late_minutes: 31,
        },
        null,
        at(after)
      )
    )
    expect(delivered).toMatchObject({
      status: "delivered",
      delivered_at: new Date(after),
      expected_at: new Date("2026-11-23T14:25:00Z"),
      late_minutes: 31,
    })
    expect(
      await service.listWindows({ window_ids: [window.id] })
    ).toMatchObject([{ booked: 0, taken: 1 }])
  })

  it("is in the backlog while its window is over and nobody has said anything", async () => {
    const window = nth(await shop.windowsOf())
    const { id } = booked(await book(window.id, 1))
    expect(await service.readBacklog(10, at(NOW))).toEqual({
      count: 0,
      booking_ids: [],
    })
    expect(await service.readBacklog(10, at("2026-11-23T14:00:00Z"))).toEqual({
      count: 1,
      booking_ids: [id],
    })
  })

  describe("on its way", () =>
    followingCouriers(
      () => service,
      async () => nth(await shop.windowsOf())
    ))
})
