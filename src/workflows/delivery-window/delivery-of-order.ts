import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import type { ArrangeReason } from "../../desk/arrange-delivery"
import {
  type Booking,
  type BookingEvent,
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
  type OpenWindow,
  type Window,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE, isActive } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { authorizedSince } from "../../shop/order-money"
import { loadUsers } from "../../shop/users"
import { type ArrangeData, arrangeDataNow } from "./reason-in-task"
import { taskOfOrder } from "./fit-task"
import { bookingLink, isMovable } from "./booking-link"
import { type DeliveryReader, deliveryReader } from "./delivery-reader"
import { inUse, serves } from "./served"
import { uncountedUnits } from "./units"
import { openWindowsFor } from "./windows-for-order"

const DAY_MS = 86_400_000

type Named = { name: string }

/** A window that may be booked for an order. */
type WindowOfOrder = OpenWindow &
  Named & {
    is_nearly_full: boolean
    is_beyond_authorization: boolean
    is_size_unknown: boolean
  }

/** When an order's courier comes, or could come. */
export type DeliveryOfOrder = {
  order_id: string
  /** Whether any window could be booked for it, or was. */
  has_windows: boolean
  /** The active one, or else the last. */
  booking: (Booking & { window: Window & Named }) | null
  /** Of all its bookings, the latest first. */
  history: (BookingEvent & {
    actor_name: string | null
    /** That it was put into; null if it stayed where it was. */
    window: Window | null
  })[]
  /** Those that are open for it, the earliest first. */
  windows: WindowOfOrder[]
  /** Those that would be, but have no room for it. */
  full_windows: WindowOfOrder[]
  window_count: number
  full_window_count: number
  /** Why a window is to be agreed on; null if nothing is to be done. */
  reason: ArrangeReason | null
  /** The window that the customer chose and did not get. */
  wish: ArrangeData["wish"]
  /** The customer's page; null if they cannot move the booking by it. */
  link: string | null
  /**
   * The booked window ends when an authorized payment can no longer be captured.
   */
  warning: { kind: "beyond_authorization"; until: Date } | null
}

/** The same for the call sheet: the first windows, and no history. */
export type DeliverySection = Omit<DeliveryOfOrder, "history" | "full_windows">

/** More are asked for by who wants to see them: a sheet may have many orders. */
const ON_SHEET = 9

/**
 * @param site - see `bookingLink`
 * @throws Refusal `order_not_found`
 */
export async function deliveryOfOrder(
  order_id: string,
  container: MedusaContainer,
  site: string | null = null
): Promise<DeliveryOfOrder> {
  const { bookings, ...delivery } = await readDelivery(
    order_id,
    deliveryReader(container),
    container,
    site
  )
  return { ...delivery, history: await historyOf(bookings, container) }
}

/** @throws Refusal `order_not_found` */
export async function deliverySection(
  order_id: string,
  reader: DeliveryReader,
  container: MedusaContainer
): Promise<DeliverySection> {
  const { bookings, full_windows, ...delivery } = await readDelivery(
    order_id,
    reader,
    container,
    null
  )
  return { ...delivery, windows: delivery.windows.slice(0, ON_SHEET) }
}

async function readDelivery(
  order_id: string,
  { offered, ...reader }: DeliveryReader,
  container: MedusaContainer,
  site: string | null
): Promise<
  Omit<DeliveryOfOrder, "history"> & { bookings: readonly Booking[] }
> {
  const service = container.resolve(DELIVERY_WINDOW_MODULE)
  const delivery = await reader.delivery(order_id)
  if (!delivery) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  const bookings = await service.readBookings({ order_ids: [order_id] })
  const booking = bookings.find(isActiveBooking) ?? bookings.at(-1)
  const [window] = booking
    ? await service.listWindows({ window_ids: [booking.window_id] })
    : []
  const { shipping_options, items } = delivery
  const may_be_booked = !delivery.is_canceled && !delivery.is_over
  const open = may_be_booked ? await reader.windows(order_id) : []
  const full = may_be_booked
    ? await openWindowsFor(shipping_options, items, container, {
        is_full: true,
        offered,
      })
    : []
  const names = new Map(
    (open.length + full.length > 0 || window
      ? await offered.templates()
      : []
    ).map(({ id, name }) => [id, name])
  )
  const named = <TWindow extends Window>(one: TWindow) => ({
    ...one,
    name: names.get(one.template_id) ?? "",
  })
  const until = await capturableUntil(order_id, container)
  const { nearly_full } =
    container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  const uncounted = uncountedUnits(items, container)
  const told = (one: OpenWindow): WindowOfOrder => ({
    ...named(one),
    is_nearly_full: one.free <= nearly_full,
    is_beyond_authorization: until !== null && one.ends_at > until,
    is_size_unknown: uncounted.includes(one.capacity_unit),
  })
  const task = await taskOfOrder(order_id, container)
  const said =
    task && isActive(task)
      ? arrangeDataNow(task.data, bookings.find(isActiveBooking))
      : null
  return {
    order_id,
    // All that go with it may be full.
    has_windows:
      booking !== undefined ||
      open.length + full.length > 0 ||
      (!delivery.is_canceled &&
        inUse(await offered.templates(), clockOf(container).now()).some(
          (template) => serves(template, shipping_options)
        )),
    booking: booking && window ? { ...booking, window: named(window) } : null,
    bookings,
    windows: open.map(told),
    full_windows: full.map(told),
    window_count: open.length,
    full_window_count: full.length,
    reason: said?.reason ?? null,
    wish: said?.wish ?? null,
    link:
      booking && window && isMovable(booking, window, container)
        ? bookingLink(booking, container, site)
        : null,
    warning:
      until &&
      booking &&
      window &&
      isActiveBooking(booking) &&
      window.ends_at > until
        ? { kind: "beyond_authorization", until }
        : null,
  }
}

/** Until when an authorized payment can be captured; null if there is none. */
async function capturableUntil(
  order_id: string,
  container: MedusaContainer
): Promise<Date | null> {
  const { authorization_days } =
    container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  const since = await authorizedSince(order_id, container)
  return since && new Date(since.getTime() + authorization_days * DAY_MS)
}

async function historyOf(
  bookings: readonly Booking[],
  container: MedusaContainer
): Promise<DeliveryOfOrder["history"]> {
  const service = container.resolve(DELIVERY_WINDOW_MODULE)
  const events: BookingEvent[] = []
  for (const { id } of bookings) {
    events.push(...(await service.readBookingHistory(id)))
  }
  events.sort((one, other) => (one.id < other.id ? 1 : -1))
  const users = await loadUsers(
    events.map(({ actor_id }) => actor_id),
    container
  )
  const windows = await service.listWindows({
    window_ids: [...new Set(events.flatMap((event) => windowIn(event) ?? []))],
  })
  return events.map((event) => {
    const user = users.get(event.actor_id ?? "")
    return {
      ...event,
      actor_name: user?.name ?? user?.email ?? null,
      window: windows.find(({ id }) => id === windowIn(event)) ?? null,
    }
  })
}

/** The window that a booking was put into. */
const windowIn = ({ data: { window_id } }: BookingEvent): string | null =>
  typeof window_id === "string" ? window_id : null
