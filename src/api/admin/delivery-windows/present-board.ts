import type { UsedWindow } from "../../../modules/delivery-window"
import type {
  Board,
  BookingOnBoard,
} from "../../../workflows/delivery-window/board"
import { iso } from "../follow-ups/present-tasks"
import type { AdminPlannedWindow } from "./templates/types"
import type { AdminBoardBooking, AdminBoardWindow } from "./types"

/** What was delivered or missed took a place, too. */
export function presentWindow(
  window: UsedWindow & { name: string; place: string }
): AdminPlannedWindow {
  return {
    id: window.id,
    template_id: window.template_id,
    name: window.name,
    place: window.place,
    local_date: window.local_date,
    local_start: window.local_start,
    local_end: window.local_end,
    time_zone: window.time_zone,
    starts_at: window.starts_at.toISOString(),
    ends_at: window.ends_at.toISOString(),
    capacity: window.capacity,
    capacity_unit: window.capacity_unit,
    booked: window.taken,
    is_closed: window.is_closed,
  }
}

export const presentBoard = ({ windows }: Board): AdminBoardWindow[] =>
  windows.map(({ bookings, ...window }) => ({
    ...presentWindow(window),
    bookings: bookings.map(presentBooking),
  }))

function presentBooking(booking: BookingOnBoard): AdminBoardBooking {
  return {
    id: booking.id,
    order: booking.order,
    status: booking.status,
    units: booking.units,
    flag: booking.flag,
    expected_at: iso(booking.expected_at),
    delivered_at: iso(booking.delivered_at),
    late_minutes: booking.late_minutes,
    overbooked_reason: booking.overbooked_reason,
  }
}
