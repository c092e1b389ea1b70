import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type UsedWindow,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE, type OrderNotice } from "../../modules/follow-up"
import {
  type OrderToDeliver,
  ordersToDeliver,
} from "../../shop/orders-to-deliver"
import { type Delivery, loadDeliveries } from "../../shop/deliveries"
import { serviceZones } from "../../shop/service-zones"
import { type ComingLater, comingLater } from "../desk/coming-later"
import { noticesIfKnown } from "../desk/order-notices"
import { makeWindows } from "./make-windows"
import { serves } from "./served"

/** What stands on the board; a booking that was given up does not. */
const SHOWN = ["held", "confirmed", "late", "delivered", "missed"] as const

/** More of them nobody looks through at once. */
const MOST_OF_BACKLOG = 200

export type BoardStatus = (typeof SHOWN)[number]

export type BookingOnBoard = Omit<Booking, "status"> & {
  status: BoardStatus
  /** Null while a cart holds the place. */
  order: OrderToDeliver | null
  /** Why it had better not go, the gravest first. */
  notices: OrderNotice[]
  /** What all of the order waits for, as was agreed: it does not go before. */
  waits_for: ComingLater[]
  /** The other windows of that day that it may be moved to, full or not. */
  open_window_ids: string[]
}

/** A window by the name of its template, and where that delivers to. */
type NamedWindow = UsedWindow & {
  name: string
  /** The service zone, or else the shipping options; empty: none is left. */
  place: string
  /** How many of its bookings are over the capacity. */
  over: number
}

export type Board = {
  windows: (NamedWindow & { bookings: BookingOnBoard[] })[]
  /** Bookings of windows that are over, of which nobody said what became. */
  backlog: { count: number; days: string[] }
  /**
   * Whether it is known what comes later and what had better not go; else all of
   * every order is shown.
   */
  knows_shortages: boolean
}

/** The windows of a local date, and what goes out in them. */
export async function boardOf(
  date: string,
  container: MedusaContainer
): Promise<Board> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  await makeWindows(container, { from: date, to: date })
  const windows = await module.listWindows({ from_date: date, to_date: date })
  const named = await namesAndExcess([date], container)
  const bookings = await module.readBookings({
    window_ids: windows.map(({ id }) => id),
    status: SHOWN,
  })
  const { customer_comment_key } = container.resolve(FOLLOW_UP_MODULE).settings
  const ids = bookings.flatMap(({ order_id }) => order_id ?? [])
  const later = await comingLater(ids, container)
  const orders = await ordersToDeliver(
    ids,
    customer_comment_key,
    partsToCome(later ?? []),
    container
  )
  const to_go = bookings.flatMap(({ order_id, status }) =>
    order_id && (status === "confirmed" || status === "late") ? [order_id] : []
  )
  const openFor = await windowsToMoveTo(windows, to_go, container)
  const notices = await noticesIfKnown(to_go, later ?? [], container)
  const heldBack = (order_id: string | null): HeldBack => ({
    notices: notices?.get(order_id ?? "") ?? [],
    waits_for: (later ?? []).filter(
      (line) => line.order_id === order_id && line.agreed === "wait"
    ),
  })
  return {
    windows: windows
      .map((window) => ({
        ...named(window),
        bookings: bookings
          .filter(({ window_id }) => window_id === window.id)
          .flatMap((booking) => onBoard(booking, orders, openFor, heldBack)),
      }))
      // A window that is no longer made is shown while something is in it.
      .filter(({ is_closed, bookings }) => !is_closed || bookings.length > 0),
    backlog: await readBacklog(container),
    knows_shortages: later !== null && notices !== null,
  }
}

/** Windows of these local dates, for the calendar of the settings. */
export async function calendarOf(
  from: string,
  to: string,
  container: MedusaContainer
): Promise<NamedWindow[]> {
  await makeWindows(container, { from, to })
  const windows = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ from_date: from, to_date: to })
  const named = await namesAndExcess(
    [...new Set(windows.map(({ local_date }) => local_date))],
    container
  )
  return windows.map(named)
}

type HeldBack = Pick<BookingOnBoard, "notices" | "waits_for">

/** Who waits for all of it gets all of it. */
const partsToCome = (later: readonly ComingLater[]) =>
  new Map(
    later
      .filter(({ agreed }) => agreed === "part_delivery")
      .map(({ line_item_id, later, expected_at }) => [
        line_item_id,
        { units: later, expected_at },
      ])
  )

function onBoard(
  { status, ...booking }: Booking,
  orders: ReadonlyMap<string, OrderToDeliver>,
  openFor: (booking: Pick<Booking, "order_id" | "window_id">) => string[],
  heldBack: (order_id: string | null) => HeldBack
): BookingOnBoard[] {
  const shown = SHOWN.find((one) => one === status)
  const order = booking.order_id ? orders.get(booking.order_id) : null
  // An order that was deleted is nobody's any more.
  return shown && order !== undefined
    ? [
        {
          ...booking,
          status: shown,
          order,
          open_window_ids: openFor(booking),
          ...heldBack(booking.order_id),
        },
      ]
    : []
}

/** Of the windows of a day, those that serve an order and take bookings. */
async function windowsToMoveTo(
  windows: readonly UsedWindow[],
  movable: readonly string[],
  container: MedusaContainer
): Promise<(booking: Pick<Booking, "order_id" | "window_id">) => string[]> {
  const taking = await container.resolve(DELIVERY_WINDOW_MODULE).listTaking(
    windows.map(({ id }) => id),
    aheadOf(clockOf(container))
  )
  const open = windows.filter((window) =>
    taking.some(({ id }) => id === window.id)
  )
  const deliveries =
    open.length > 0
      ? await loadDeliveries(movable, container)
      : new Map<string, Delivery>()
  return ({ order_id, window_id }) => {
    const delivery = deliveries.get(order_id ?? "")
    return delivery && !delivery.is_canceled && !delivery.is_over
      ? open
          .filter(
            (window) =>
              window.id !== window_id &&
              serves(window, delivery.shipping_options)
          )
          .map(({ id }) => id)
      : []
  }
}

async function namesAndExcess(
  dates: readonly string[],
  container: MedusaContainer
): Promise<(window: UsedWindow) => NamedWindow> {
  const templates = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listTemplates()
  const zones = await serviceZones(container)
  const optionNames = new Map(
    zones.flatMap(({ shipping_options }) =>
      shipping_options.map(({ id, name }) => [id, name] as const)
    )
  )
  const told = new Map(
    templates.map(({ id, name, service_zone_id, shipping_option_ids }) => {
      const zone = zones.find((one) => one.id === service_zone_id)
      const place =
        zone?.name ??
        shipping_option_ids
          .flatMap((id) => optionNames.get(id) ?? [])
          .join(", ")
      return [id, { name, place }]
    })
  )
  const excess = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .countOver(dates)
  return (window) => ({
    ...window,
    over: excess.find(({ window_id }) => window_id === window.id)?.over ?? 0,
    ...(told.get(window.template_id) ?? { name: "", place: "" }),
  })
}

async function readBacklog(
  container: MedusaContainer
): Promise<Board["backlog"]> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const { count, booking_ids } = await module.readBacklog(
    MOST_OF_BACKLOG,
    aheadOf(clockOf(container))
  )
  const bookings = await module.readBookings({ booking_ids })
  const windows = await module.listWindows({
    window_ids: [...new Set(bookings.map(({ window_id }) => window_id))],
  })
  return {
    count,
    days: [...new Set(windows.map(({ local_date }) => local_date))],
  }
}
