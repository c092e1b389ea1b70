import type {
  AdminBoardBooking,
  AdminBoardWindow,
} from "../../../src/api/admin/delivery-windows/types"

/** A place on the board, by column and row. */
export type Place = { column: number; row: number }

/** To the columns before this one, or to those after it. */
export type Side = 1 | -1

export function placeOf(
  windows: readonly AdminBoardWindow[],
  id: string | undefined
): Place | null {
  const places = windows.flatMap(({ bookings }, column) =>
    bookings.map((booking, row) => ({ id: booking.id, column, row }))
  )
  return places.find((place) => place.id === id) ?? null
}

/** The booking beside this one; columns without bookings are passed over. */
export function bookingBeside(
  windows: readonly AdminBoardWindow[],
  { column, row }: Place,
  side: Side
): string | undefined {
  const bookings = from(windows, column, side).find(
    ({ bookings }) => bookings.length > 0
  )?.bookings
  return (bookings?.[row] ?? bookings?.at(-1))?.id
}

/** Whether a booking may be put into a window of the board. */
export const isOpenFor = (
  { open_window_ids }: Pick<AdminBoardBooking, "open_window_ids">,
  { id, booked, capacity }: AdminBoardWindow,
  mayOverbook: boolean
): boolean => open_window_ids.includes(id) && (mayOverbook || booked < capacity)

/** The next window that a booking may be put into; others are passed over. */
export function windowBeside(
  windows: readonly AdminBoardWindow[],
  booking: Pick<AdminBoardBooking, "open_window_ids">,
  { column }: Pick<Place, "column">,
  side: Side,
  mayOverbook: boolean
): AdminBoardWindow | undefined {
  return from(windows, column, side).find((window) =>
    isOpenFor(booking, window, mayOverbook)
  )
}

/** The columns on one side, the nearest first. */
const from = (
  windows: readonly AdminBoardWindow[],
  column: number,
  side: Side
) =>
  side === 1 ? windows.slice(column + 1) : windows.slice(0, column).reverse()
