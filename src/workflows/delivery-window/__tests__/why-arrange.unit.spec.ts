import type { Booking, KnownDelivery } from "../../../modules/delivery-window"
import { serves } from "../served"
import { whyAgree, whyAgreeAgain } from "../why-arrange"

const BOOKING: Booking = {
  id: "dwbook_1",
  window_id: "dwin_1",
  order_id: "order_1",
  cart_id: null,
  status: "confirmed",
  units: 1,
  held_until: null,
  taken_at: new Date(0),
  expected_at: null,
  delivered_at: null,
  late_minutes: null,
  flag: null,
  agreed_by: "customer",
  actor_id: null,
  overbooked_reason: null,
  release_reason: null,
  customer_moves: 0,
  created_at: new Date(0),
  updated_at: new Date(0),
}
const KNOWN: KnownDelivery = {
  booking_id: BOOKING.id,
  address: "a",
  shipping_options: "so_1",
  asked_units: null,
}
const released = (release_reason: string): Booking => ({
  ...BOOKING,
  status: "released",
  release_reason,
})

describe("an order without a window", () => {
  it.each([
    ["full", "window_full"],
    ["cut_off", "window_past"],
    ["too_soon", "window_past"],
    ["gone", "window_past"],
    ["closed", "window_gone"],
    ["shipping_changed", "shipping_changed"],
  ])("whose place was refused as %s keeps the wish", (refused, reason) => {
    expect(whyAgree(released(refused))).toEqual({
      reason,
      cause: `${reason} dwbook_1`,
      wished_window_id: "dwin_1",
    })
  })

  it.each(["given_up", "expired", "Away"])(
    "that was given back (%s) has no wish",
    (reason) => {
      expect(whyAgree(released(reason))).toMatchObject({
        reason: "no_window",
        wished_window_id: null,
      })
    }
  )

  it("is asked anew for each booking that came to nothing", () => {
    const again = { ...released("Away"), id: "dwbook_2" }
    expect(whyAgree(null)?.cause).not.toBe(whyAgree(released("Away"))?.cause)
    expect(whyAgree(again)?.cause).not.toBe(whyAgree(released("Away"))?.cause)
  })

  it("is agreed on again when nobody was at home, and not when it came", () => {
    expect(whyAgree({ ...BOOKING, status: "missed" })).toMatchObject({
      reason: "attempt_failed",
    })
    expect(whyAgree({ ...BOOKING, status: "delivered" })).toBeNull()
  })
})

describe("an order with a window", () => {
  const flagged = { ...BOOKING, flag: "address_changed" }

  it("is left alone unless it is flagged", () => {
    expect(whyAgreeAgain(BOOKING, KNOWN)).toBeNull()
    expect(whyAgreeAgain({ ...BOOKING, flag: "of_others" }, KNOWN)).toBeNull()
    expect(whyAgreeAgain(flagged, KNOWN)?.reason).toBe("address_changed")
  })

  it("is asked about again when it changes again", () => {
    const [one, other] = [
      whyAgreeAgain(flagged, KNOWN),
      whyAgreeAgain(flagged, { ...KNOWN, address: "b" }),
    ]
    expect(one?.cause).not.toBe(other?.cause)
  })
})

describe("a window", () => {
  const zone = { service_zone_id: "serzo_1", shipping_option_ids: [] }
  const bound = { service_zone_id: "serzo_1", shipping_option_ids: ["so_1"] }
  const option = (id: string, service_zone_id: string | null) => [
    { id, service_zone_id },
  ]

  it("is for every option of its zone, or for those that it is bound to", () => {
    expect(serves(zone, option("so_2", "serzo_1"))).toBe(true)
    expect(serves(zone, option("so_2", "serzo_2"))).toBe(false)
    expect(serves(zone, option("so_2", null))).toBe(false)
    expect(serves(bound, option("so_1", null))).toBe(true)
    expect(serves(bound, option("so_2", "serzo_1"))).toBe(false)
    expect(serves(zone, [])).toBe(false)
  })
})
