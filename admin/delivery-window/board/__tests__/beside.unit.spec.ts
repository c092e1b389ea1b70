import type { AdminBoardWindow } from "../../../../src/api/admin/delivery-windows/types"
import { bookingBeside, windowBeside } from "../beside"

/** By id, with how many of its ten places are taken. */
const column = (id: string, booked = 1): AdminBoardWindow => ({
  id,
  template_id: "dwtmpl_1",
  name: "Evening",
  place: "Ukraine",
  local_date: "2026-11-27",
  local_start: "14:00",
  local_end: "16:00",
  time_zone: "Europe/Kyiv",
  starts_at: "2026-11-27T12:00:00.000Z",
  ends_at: "2026-11-27T14:00:00.000Z",
  capacity: 10,
  capacity_unit: "orders",
  booked,
  over: 0,
  is_closed: false,
  bookings: [],
})

const windows = [
  column("kyiv_9"),
  column("lviv_9"),
  column("kyiv_12", 10),
  column("lviv_12"),
  column("kyiv_15"),
]

const booking = { open_window_ids: ["kyiv_12", "kyiv_15"] }

const beside = (column: number, side: 1 | -1, mayOverbook = true) =>
  windowBeside(windows, booking, { column }, side, mayOverbook)?.id

describe("the window beside a booking's", () => {
  it("is the next that is open for its order; those of another zone are passed over", () => {
    expect(beside(0, 1)).toBe("kyiv_12")
    expect(beside(4, -1)).toBe("kyiv_12")
  })

  it("is not a full one for those who may not overbook", () => {
    expect(beside(0, 1, false)).toBe("kyiv_15")
  })

  it("is none where none is open", () => {
    expect(beside(2, -1)).toBeUndefined()
    expect(beside(4, 1)).toBeUndefined()
  })
})

it("the booking beside one passes over columns without any", () => {
  const at = { column: 4, row: 0 }
  expect(bookingBeside(windows, at, -1)).toBeUndefined()
})
