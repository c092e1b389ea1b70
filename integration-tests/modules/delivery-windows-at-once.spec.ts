import fc from "fast-check"
import type { BookingResult } from "../../src/modules/delivery-window"
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
import { untilLockIsWaitedFor } from "./waits-for-lock"

const WINDOWS = 3
const PEOPLE = 5
const HOLD_MINUTES = 10

/** Something that somebody asks for; `who` is an order and the cart it was. */
type Deed =
  | {
      kind: "hold" | "book" | "move"
      who: number
      window: number
      units: number
    }
  | { kind: "confirm"; who: number; units: number }
  | { kind: "release" | "deliver" | "miss"; who: number }
  | { kind: "expire" }
  | { kind: "cut"; capacity: number }

const who = fc.nat({ max: PEOPLE - 1 })
const window = fc.nat({ max: WINDOWS - 1 })
const units = fc.integer({ min: 1, max: 2 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("hold" as const, "book" as const, "move" as const),
      who,
      window,
      units,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("confirm" as const), who, units }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "release" as const,
        "deliver" as const,
        "miss" as const
      ),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("expire" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("cut" as const),
      capacity: fc.integer({ min: 1, max: 4 }),
    }),
  }
)

/** What happens at once, and how many minutes then pass. */
const step = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 5 }),
  minutes: fc.nat({ max: 8 }),
})

describeWindows("bookings of many at once", ({ service, ...shop }) => {
  it("change windows crosswise without a deadlock", async () => {
    const windows = (await shop.windowsOf({ capacity: 2 })).slice(0, 5)
    const bookings = await Promise.all(
      windows.map(async ({ id }, order) =>
        booked(
          await service.book(
            { window_id: id, order_id: `order_${order}`, ...BY_AGENT },
            at(NOW)
          )
        )
      )
    )
    for (const round of times(10)) {
      const results = await Promise.all(
        bookings.flatMap(({ id }, place) =>
          [1, 4].map((by) =>
            service.move(
              {
                booking_id: id,
                window_id: nth(windows, (place + round + by) % 5).id,
                ...BY_AGENT,
              },
              at(NOW)
            )
          )
        )
      )
      expect(
        results
          .flatMap(({ refused }) => refused ?? [])
          .filter((refused) => refused !== "full")
      ).toEqual([])
    }
  })

  it.each(["move", "move_many", "hold"] as const)(
    "lock windows in the order of their ids to %s, so that two never wait for each other",
    async (verb) => {
      const ids = (await shop.windowsOf()).map(({ id }) => id).sort()
      const [first, second] = [nth(ids), nth(ids, 1)]
      const held = { cart_id: "cart_1", units: 1, minutes: 15 }
      const { id } = booked(
        verb === "hold"
          ? await service.hold({ ...held, window_id: second }, at(NOW))
          : await service.book(
              { ...BY_AGENT, window_id: second, order_id: "order_1" },
              at(NOW)
            )
      )
      const to = { booking_id: id, window_id: first }
      const verbs = {
        move: () => service.move({ ...BY_AGENT, ...to }, at(NOW)),
        move_many: () => service.moveMany([to], BY_AGENT, at(NOW)),
        hold: () => service.hold({ ...held, window_id: first }, at(NOW)),
      }
      const lock = `select 1 from delivery_window where id = ? for update`
      const changing = await shop.transaction(async (sql) => {
        await sql.execute(lock, [first])
        const result = verbs[verb]()
        await untilLockIsWaitedFor(sql)
        await sql.execute(lock, [second])
        return { result }
      })
      expect(await changing.result).toMatchObject(
        verb === "move_many" ? { refused: null } : { booking: { id } }
      )
      const [booking] = await service.readBookings({ booking_ids: [id] })
      expect(booking?.window_id).toBe(first)
    }
  )

  it("exchange the places of full windows, all or none", async () => {
    const windows = (await shop.windowsOf({ capacity: 1 })).slice(0, 5)
    const bookings = await Promise.all(
      windows.map(async ({ id }, order) =>
        booked(
          await service.book(
            { window_id: id, order_id: `order_${order}`, ...BY_AGENT },
            at(NOW)
          )
        )
      )
    )
    const by = { agreed_by: "agent", actor_id: "user_1" } as const
    const turn = (steps: number) =>
      service.moveMany(
        bookings.map(({ id }, place) => ({
          booking_id: id,
          window_id: nth(windows, (place + steps) % 5).id,
        })),
        by,
        at(NOW)
      )
    expect(await Promise.all([turn(1), turn(2), turn(3)])).toEqual(
      times(3).map(() => ({ refused: null, booking_id: null }))
    )
    expect(await turn(4)).toEqual({ refused: null, booking_id: null })
    const where = async () =>
      (
        await service.readBookings({
          booking_ids: bookings.map(({ id }) => id),
        })
      )
        .sort((a, b) => a.id.localeCompare(b.id))
        .map(({ window_id }) => window_id)
    const before = await where()
    const refused = await service.moveMany(
      [
        { booking_id: nth(bookings).id, window_id: nth(windows, 3).id },
        { booking_id: nth(bookings, 1).id, window_id: nth(windows, 3).id },
      ],
      by,
      at(NOW)
    )
    expect(refused.refused).toBe("full")
    expect(await where()).toEqual(before)
  })

  it("never take more than there is, whatever happens in which order", async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        run += 1
        await new Life(run).live(steps)
      }),
      { numRuns: 25, endOnFailure: true }
    )
  })

  /** One run, with windows, orders and carts of its own. */
  class Life {
    private readonly minutes = { passed: 0 }
    private capacity = 2

    constructor(private readonly run: number) {}

    async live(steps: { deeds: Deed[]; minutes: number }[]): Promise<void> {
      const windows = (
        await shop.windowsOf({
          capacity: this.capacity,
          service_zone_id: `serzo_${this.run}`,
        })
      ).slice(0, WINDOWS)
      const ids = windows.map(({ id }) => id)
      for (const { deeds, minutes } of steps) {
        await Promise.all(deeds.map((one) => this.act(one, ids)))
        await this.check(ids)
        this.minutes.passed += minutes
      }
      await service.removeTemplate(nth(windows).template_id)
    }

    private get ahead_ms(): number {
      return at(new Date(NOW.getTime() + this.minutes.passed * 60_000))
    }

    private async act(
      done: Deed,
      windows: string[]
    ): Promise<BookingResult | void> {
      const { ahead_ms } = this
      if (done.kind === "expire") {
        await service.expireHolds(10, ahead_ms)
        return
      }
      if (done.kind === "cut") {
        return await this.cut(done.capacity)
      }
      const order_id = `order_${this.run}_${done.who}`
      const cart_id = `cart_${this.run}_${done.who}`
      if (done.kind === "confirm") {
        return await service.confirmCart(
          { order_id, cart_id, units: done.units },
          ahead_ms
        )
      }
      if ("window" in done) {
        const window_id = nth(windows, done.window)
        if (done.kind === "hold") {
          return await service.hold(
            { window_id, cart_id, units: done.units, minutes: HOLD_MINUTES },
            ahead_ms
          )
        }
        if (done.kind === "book") {
          return await service.book(
            { ...BY_AGENT, window_id, order_id, units: done.units },
            ahead_ms
          )
        }
        const [booking] = await service.readBookings({
          order_ids: [order_id],
          status: ["confirmed", "late"],
        })
        return (
          booking &&
          (await service.move(
            {
              ...BY_CUSTOMER,
              booking_id: booking.id,
              window_id,
              units: done.units,
            },
            ahead_ms
          ))
        )
      }
      const [booking] = await service.readBookings({ order_ids: [order_id] })
      if (!booking) {
        return
      }
      return done.kind === "release"
        ? await service.release(
            { booking_id: booking.id, reason: "canceled", actor_id: null },
            ahead_ms
          )
        : await service.markBooking(
            booking.id,
            { status: done.kind === "miss" ? "missed" : "delivered" },
            null,
            ahead_ms
          )
    }

    private async cut(capacity: number): Promise<void> {
      const template = (await service.listTemplates()).find(
        ({ service_zone_id }) => service_zone_id === `serzo_${this.run}`
      )
      if (template) {
        this.capacity = Math.max(this.capacity, capacity)
        await service.saveTemplate({ ...template, capacity })
        await shop.make()
      }
    }

    private async check(window_ids: string[]): Promise<void> {
      expect(await service.sumsDiffer()).toEqual([])
      const windows = await service.listWindows({ window_ids })
      // Nobody is evicted when the capacity is cut, so it is the largest.
      expect(
        windows.filter(({ booked: taken }) => taken > this.capacity)
      ).toEqual([])
      const active = await service.readBookings({
        window_ids,
        status: ["held", "confirmed", "late"],
      })
      const orders = active.flatMap(({ order_id }) => order_id ?? [])
      expect(new Set(orders).size).toBe(orders.length)
    }
  }
})
