import type { UsedWindow } from "../../../modules/delivery-window"
import type { OrderToDeliver } from "../../../shop/orders-to-deliver"
import type {
  Board,
  BookingOnBoard,
} from "../../../workflows/delivery-window/board"
import type { Unheard } from "../../../workflows/delivery-window/backlog"
import {
  presentComingLater,
  presentNotice,
} from "../follow-ups/present-order-notices"
import { iso } from "../follow-ups/present-tasks"
import type { AdminPlannedWindow } from "./templates/types"
import type { AdminUnheardDelivery } from "./texts/types"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminOrderToDeliver,
} from "./types"

/** What was delivered or missed took a place, too. */
export function presentWindow(
  window: UsedWindow & { name: string; place: string; over: number }
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
    over: window.over,
    is_closed: window.is_closed,
  }
}

/** @param reads_orders - whether the caller may read orders */
export const presentBoard = (
  { windows }: Board,
  reads_orders: boolean
): AdminBoardWindow[] =>
  windows.map(({ bookings, ...window }) => ({
    ...presentWindow(window),
    bookings: bookings.map((booking) => presentBooking(booking, reads_orders)),
  }))

/** A booking of which nobody knows what became. */
export function presentUnheard(
  { booking, window, order, parcels }: Unheard,
  reads_orders: boolean
): AdminUnheardDelivery {
  const shown = order && presentOrder(order, reads_orders)
  return {
    id: booking.id,
    order_id: booking.order_id,
    window_id: booking.window_id,
    status: booking.status === "late" ? "late" : "confirmed",
    expected_at: iso(booking.expected_at),
    window: {
      local_date: window.local_date,
      local_start: window.local_start,
      local_end: window.local_end,
      time_zone: window.time_zone,
      ends_at: window.ends_at.toISOString(),
    },
    order: shown && {
      display_id: shown.display_id,
      name: shown.name,
      phone: shown.phone,
    },
    parcels,
  }
}

/** Who gets it, where and for how much is the order's. */
function presentOrder(
  order: OrderToDeliver,
  reads_orders: boolean
): AdminOrderToDeliver {
  return reads_orders
    ? {
        ...order,
        items: order.items.map(({ later, ...item }) => ({
          ...item,
          later: later && { ...later, expected_at: iso(later.expected_at) },
        })),
      }
    : {
        ...order,
        name: null,
        phone: null,
        address: [],
        note: null,
        to_collect: 0,
        to_collect_in_all: 0,
        items: [],
      }
}

function presentBooking(
  booking: BookingOnBoard,
  reads_orders: boolean
): AdminBoardBooking {
  return {
    id: booking.id,
    order: booking.order && presentOrder(booking.order, reads_orders),
    status: booking.status,
    units: booking.units,
    open_window_ids: booking.open_window_ids,
    flag: booking.flag,
    expected_at: iso(booking.expected_at),
    delivered_at: iso(booking.delivered_at),
    late_minutes: booking.late_minutes,
    overbooked_reason: booking.overbooked_reason,
    notices: reads_orders ? booking.notices.map(presentNotice) : [],
    waits_for: reads_orders ? booking.waits_for.map(presentComingLater) : [],
  }
}
