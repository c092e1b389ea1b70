import type {
  Booking,
  BookingResult,
  DeliveryWindowModuleService,
  OpenWindow,
  UsedWindow,
} from "../../src/modules/delivery-window"
import {
  at,
  BY_AGENT,
  BY_CUSTOMER,
  describeWindows,
  nth,
  times,
} from "./delivery-window-module"

const DAYS = 30
const HOUR_MS = 3_600_000
const START = Date.parse("2026-11-01T05:00:00Z")

/** Customers who come to the shop in an hour of the day. */
const CUSTOMERS_AN_HOUR = 4

const HAPPENS = [
  "already_booked",
  "booked",
  "confirmed",
  "cut_off",
  "delivered",
  "full",
  "held",
  "late",
  "missed",
  "moved",
  "over",
  "overbooked",
  "released",
]

describeWindows("a month of a shop's deliveries", ({ service, ...shop }) => {
  it("leaves every place accounted for", async () => {
    for (const starts_at of ["10:00", "14:00", "18:00"]) {
      await shop.windowsOf({
        starts_at,
        ends_at: `${Number(starts_at.slice(0, 2)) + 2}:00`,
        capacity: 6,
        cut_off_minutes: 60,
        lead_minutes: 30,
      })
    }
    const month = new Month(service, (now) => shop.make(now, 4))
    for (const hour of times(DAYS * 24)) {
      await month.pass(new Date(START + hour * HOUR_MS))
    }
    await month.end()

    const { seen } = month
    // It is no month of a shop's life unless all of this has happened.
    for (const what of HAPPENS) {
      expect(seen).toHaveProperty(what)
    }
    expect(await service.sumsDiffer()).toEqual([])
    const bookings = await month.all()
    expect(bookings.length).toBeGreaterThan(300)
    for (const booking of bookings) {
      month.check(booking)
    }
    const windows = await service.listWindows({})
    expect(
      windows.filter((window) => !month.isWithinCapacity(window, bookings))
    ).toEqual([])
    expect(await service.readBacklog(1, month.ahead_ms)).toEqual({
      count: 0,
      booking_ids: [],
    })
  })
})

class Month {
  /** How often what happened. */
  readonly seen: Record<string, number> = {}
  private now = new Date(START)
  private orders = 0
  private readonly carts: number[] = []
  private random = 20_261_101

  constructor(
    private readonly service: DeliveryWindowModuleService,
    private readonly make: (now: Date) => Promise<Booking[] | null>
  ) {}

  get ahead_ms(): number {
    return at(this.now)
  }

  /** What happens in an hour, all at once. */
  async pass(now: Date): Promise<void> {
    this.now = now
    const hour = now.getUTCHours()
    if (hour === 5) {
      await this.morning()
    }
    const open = await this.service.listOpenWindows(
      {
        shipping_option_ids: ["so_courier"],
        service_zone_ids: ["serzo_kyiv"],
        from: now,
        to: new Date(now.getTime() + 48 * HOUR_MS),
      },
      this.ahead_ms
    )
    const wished = await this.service.listWindows({
      from_date: day(now),
      to_date: day(new Date(now.getTime() + 24 * HOUR_MS)),
    })
    await Promise.all([
      ...times(hour >= 5 && hour <= 20 ? CUSTOMERS_AN_HOUR : 1).map(() =>
        this.customer(wished)
      ),
      ...this.carts.splice(0).map((cart) => this.checkOut(cart)),
      ...times(2).map(() => this.changeMind(open)),
      this.service.expireHolds(10, this.ahead_ms),
      this.courier(),
    ])
    expect(await this.service.sumsDiffer()).toEqual([])
  }

  async end(): Promise<void> {
    this.now = new Date(this.now.getTime() + 24 * 4 * HOUR_MS)
    await this.service.expireHolds(1_000, this.ahead_ms)
    await this.courier()
  }

  async all(): Promise<Booking[]> {
    return await this.service.readBookings({
      status: ["held", "confirmed", "late", "delivered", "missed", "released"],
    })
  }

  check(booking: Booking): void {
    expect(booking.status).not.toBe("held")
    if (booking.status === "delivered" && booking.late_minutes !== null) {
      expect(booking.late_minutes).toBeGreaterThan(0)
    }
    expect(booking.status === "released").toBe(booking.release_reason !== null)
    expect(booking.customer_moves).toBeLessThanOrEqual(2)
  }

  /** What was over or overbooked was said of each. */
  isWithinCapacity(window: UsedWindow, bookings: Booking[]): boolean {
    const here = bookings.filter(
      ({ window_id, status }) =>
        window_id === window.id && status !== "released"
    )
    const agreed = here.filter(
      ({ flag, overbooked_reason }) =>
        flag === null && overbooked_reason === null
    )
    return (
      window.taken === here.reduce((sum, { units }) => sum + units, 0) &&
      agreed.reduce((sum, { units }) => sum + units, 0) <=
        Math.max(window.capacity, 6)
    )
  }

  /** Windows are made; now and then there is less room, or no delivery. */
  private async morning(): Promise<void> {
    const date = this.now.getUTCDate()
    if (date % 7 === 0) {
      await this.service.saveException({
        // Today's windows were booked yesterday.
        date: day(this.now),
        template_id: null,
        kind: date === 14 ? "closed" : "capacity",
        capacity: date === 14 ? null : 1,
        starts_at: null,
        ends_at: null,
        label: "A van is broken",
      })
    }
    this.count("over", (await this.make(this.now))?.length ?? 0)
  }

  /** Puts something into a cart and holds a window, or calls. */
  private async customer(windows: UsedWindow[]): Promise<void> {
    const wish = this.pick(windows)
    const number = this.orders++
    if (!wish) {
      return
    }
    if (this.chance(0.3)) {
      await this.see(
        "booked",
        this.service.book(
          {
            ...BY_AGENT,
            window_id: wish.id,
            order_id: `order_${number}`,
            overbook_reason: this.chance(0.1) ? "A regular" : undefined,
          },
          this.ahead_ms
        )
      )
      return
    }
    const held = await this.see(
      "held",
      this.service.hold(
        {
          window_id: wish.id,
          cart_id: `cart_${number}`,
          units: 1,
          // Some take longer than the hour that passes until they check out.
          minutes: this.chance(0.5) ? 45 : 90,
        },
        this.ahead_ms
      )
    )
    if (!held.refused && this.chance(0.8)) {
      this.carts.push(number)
    }
  }

  private async checkOut(cart: number): Promise<void> {
    const placed = () =>
      this.service.confirmCart(
        { cart_id: `cart_${cart}`, order_id: `order_${cart}`, units: 1 },
        this.ahead_ms
      )
    // The event and the reconciler come at the same time.
    const [first, second] = await Promise.all([
      this.see("confirmed", placed()),
      placed(),
    ])
    expect(second.refused).toBe(first.refused)
  }

  /** Moves a booking, gives one up, or asks for another window as well. */
  private async changeMind(open: readonly OpenWindow[]): Promise<void> {
    const order_id = `order_${Math.floor(this.next() * (this.orders + 1))}`
    const [booking] = await this.service.readBookings({
      order_ids: [order_id],
      status: ["confirmed"],
    })
    const windows = await this.service.listWindows({
      from_date: day(this.now),
      to_date: day(new Date(this.now.getTime() + 24 * HOUR_MS)),
    })
    const to = this.pick(windows)
    if (!booking || !to || open.length === 0) {
      return
    }
    if (this.chance(0.6)) {
      await this.see(
        "moved",
        this.service.move(
          {
            ...BY_CUSTOMER,
            booking_id: booking.id,
            window_id: to.id,
            most_moves: 2,
          },
          this.ahead_ms
        )
      )
    } else if (this.chance(0.5)) {
      await this.see(
        "booked",
        this.service.book(
          { ...BY_AGENT, window_id: to.id, order_id },
          this.ahead_ms
        )
      )
    } else {
      await this.see(
        "released",
        this.service.release(
          { booking_id: booking.id, reason: "canceled", actor_id: null },
          this.ahead_ms
        )
      )
    }
  }

  /** Reports of what is on the way, and what came of it. */
  private async courier(): Promise<void> {
    const { booking_ids } = await this.service.readBacklog(50, this.ahead_ms)
    const waiting = await this.service.readBookings({ booking_ids })
    const late = await this.service.readBookings({ status: ["late"] })
    const windows = new Map(
      (
        await this.service.listWindows({
          window_ids: [...waiting, ...late].map(({ window_id }) => window_id),
        })
      ).map((window) => [window.id, window])
    )
    for (const { id, window_id, status } of [...waiting, ...late]) {
      const ends_at = windows.get(window_id)?.ends_at ?? this.now
      if (status === "confirmed" && this.chance(0.2)) {
        await this.mark(id, {
          status: "late",
          expected_at: new Date(this.now.getTime() + HOUR_MS / 2),
        })
      } else if (this.chance(0.1)) {
        await this.mark(id, { status: "missed" })
      } else {
        const late_ms = this.now.getTime() - ends_at.getTime()
        await this.mark(id, {
          status: "delivered",
          delivered_at: status === "late" ? this.now : ends_at,
          late_minutes:
            status === "late" && late_ms > 0 ? late_ms / 60_000 : null,
        })
      }
    }
  }

  private async mark(
    id: string,
    mark: Parameters<DeliveryWindowModuleService["markBooking"]>[1] & {
      status: string
    }
  ): Promise<void> {
    const { refused } = await this.service.markBooking(
      id,
      mark,
      null,
      this.ahead_ms
    )
    this.count(refused ?? mark.status, 1)
  }

  private async see(
    what: string,
    happening: Promise<BookingResult>
  ): Promise<BookingResult> {
    const result = await happening
    this.count(result.refused ?? what, 1)
    if (!result.refused && result.booking.overbooked_reason) {
      this.count("overbooked", 1)
    }
    return result
  }

  private count(what: string, by: number): void {
    if (by > 0) {
      this.seen[what] = (this.seen[what] ?? 0) + by
    }
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list.length
      ? nth(list, Math.floor(this.next() * list.length))
      : undefined
  }

  private chance(of: number): boolean {
    return this.next() < of
  }

  /** The same month each time. */
  private next(): number {
    this.random = (this.random * 48_271) % 2_147_483_647
    return this.random / 2_147_483_647
  }
}

const day = (moment: Date) => moment.toISOString().slice(0, 10)
