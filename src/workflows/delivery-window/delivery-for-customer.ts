import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Window,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { loadDeliveries } from "../../shop/deliveries"
import { storeName } from "../../shop/store"
import { shippedTo } from "../../shop/shipped-by"
import { idInToken } from "../desk/customer-link"
import { DELIVERY_PAGE, isMovable, languageOf } from "./booking-link"
import { whenCarriersCome } from "./carriers/coming"
import { serves } from "./served"
import { openWindowsFor } from "./windows-for-order"

/** A window as a customer sees it. */
export type WindowForCustomer = Pick<
  Window,
  | "id"
  | "local_date"
  | "local_start"
  | "local_end"
  | "time_zone"
  | "starts_at"
  | "ends_at"
> & {
  /** How many places are left, if it is nearly full. */
  places_left: number | null
}

/** What whoever has the link may know of a delivery. */
export type DeliveryForCustomer = {
  shop: string
  order_number: number | null
  /**
   * `open`: the customer may still move it; `agreed`: it stands as it is;
   * `closed`: no courier comes by it any more.
   */
  status: "open" | "agreed" | "delivered" | "closed"
  window: WindowForCustomer
  /** When the courier is expected, if that was reported. */
  expected_at: Date | null
  /** Until when the customer may move it. */
  movable_until: Date
  /** How often the customer may still move it. */
  moves_left: number
  language: string | null
  /** What it may be moved to; none unless it is open. */
  windows: WindowForCustomer[]
}

/**
 * The booking that a link leads to, and its order.
 *
 * @throws Refusal `delivery_not_found` unless the token was signed here
 */
export async function bookingOfToken(
  token: string,
  container: MedusaContainer
): Promise<Booking & { order_id: string }> {
  const id = idInToken(DELIVERY_PAGE, token, container)
  const [booking] = id
    ? await container
        .resolve(DELIVERY_WINDOW_MODULE)
        .readBookings({ booking_ids: [id] })
    : []
  if (!booking?.order_id) {
    // The token is not repeated: whoever has it may move the delivery.
    throw new Refusal("delivery_not_found", { id: "…" }, ["token"])
  }
  return { ...booking, order_id: booking.order_id }
}

/** What the customer is shown of a delivery. */
export async function deliveryForCustomer(
  booking: Booking & { order_id: string },
  container: MedusaContainer
): Promise<DeliveryForCustomer> {
  const { order_id, window_id } = booking
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  const order =
    delivery && !delivery.is_canceled && !delivery.is_over ? delivery : null
  const [window] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [window_id] })
  if (!window) {
    throw new Refusal("delivery_not_found", { id: "…" }, ["token"])
  }
  const { most_moves } =
    container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  const is_open = order !== null && isMovable(booking, window, container)
  const open = is_open
    ? await openWindowsFor(order.shipping_options, order.items, container)
    : []
  const options = order?.shipping_options ?? []
  const coming = await whenCarriersCome(
    open,
    options.map(({ id }) => id),
    async () => await shippedTo("order", order_id, container),
    container
  )
  return {
    shop: await storeName(container),
    order_number: delivery?.display_id ?? null,
    status: is_open ? "open" : statusOf(booking, order !== null),
    window: forCustomer(window, null, container),
    expected_at: booking.expected_at,
    movable_until: window.cut_off_at,
    moves_left: Math.max(0, most_moves - booking.customer_moves),
    language: delivery ? languageOf(delivery, container) : null,
    windows: open
      .filter(
        (one) =>
          one.id !== window_id &&
          options.some(
            (option) =>
              serves(one, [option]) && !coming.isMissed(one, option.id)
          )
      )
      .map((one) => forCustomer(one, one.free, container)),
  }
}

/** @param free - null if that is not told */
export function forCustomer(
  {
    id,
    local_date,
    local_start,
    local_end,
    time_zone,
    starts_at,
    ends_at,
  }: Window,
  free: number | null,
  container: MedusaContainer
): WindowForCustomer {
  const { nearly_full } =
    container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  return {
    id,
    local_date,
    local_start,
    local_end,
    time_zone,
    starts_at,
    ends_at,
    places_left: free !== null && free <= nearly_full ? free : null,
  }
}

function statusOf(
  { status }: Booking,
  is_awaited: boolean
): DeliveryForCustomer["status"] {
  if (status === "delivered") {
    return "delivered"
  }
  return is_awaited && (status === "confirmed" || status === "late")
    ? "agreed"
    : "closed"
}
