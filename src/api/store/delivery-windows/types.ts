import type {
  DeliveryForCustomer,
  WindowForCustomer,
} from "../../../workflows/delivery-window/delivery-for-customer"
import type { Instant } from "../../admin/follow-ups/types"

type Sent<T> = {
  [Name in keyof T]: T[Name] extends Date
    ? Instant
    : T[Name] extends Date | null
      ? Instant | null
      : T[Name]
}

/** A window that a shopper may choose. */
export type StoreDeliveryWindow = Sent<WindowForCustomer> & {
  /** Until when it may be chosen. */
  cut_off_at: Instant
  /**
   * The cart's shipping options that it goes with, and what each costs, in major
   * units; null if that is yet to be computed. The window itself costs nothing.
   */
  shipping_options: { id: string; name: string; amount: number | null }[]
}

/** A place that is held for a cart. */
export type StoreDeliveryHold = {
  window: StoreDeliveryWindow
  held_until: Instant
  /** Whole seconds until then, by the server's clock. */
  seconds_left: number
}

/** `GET /store/delivery-windows?cart_id=` */
export type StoreDeliveryWindowListResponse = {
  /** The earliest first. */
  delivery_windows: StoreDeliveryWindow[]
  /** What is held for the cart, also if its window is full now. */
  hold: StoreDeliveryHold | null
  count: number
  currency_code: string
  /** The server's clock. */
  now: Instant
}

/** `POST /store/delivery-windows/hold` */
export type StoreHoldDeliveryWindow = { cart_id: string; window_id: string }

/** `POST /store/delivery-windows/hold` */
/** `hold` is null if it was given up meanwhile. */
export type StoreDeliveryHoldResponse = { hold: StoreDeliveryHold | null }

/** `DELETE /store/delivery-windows/hold?cart_id=` */
export type StoreDeliveryHoldDeleteResponse = {
  /** The cart's. */
  id: string
  object: "delivery_hold"
  /** Whether anything was held. */
  deleted: boolean
}

/** `GET` and `POST /store/delivery-windows/bookings/:token` */
export type StoreDeliveryResponse = {
  delivery: Omit<Sent<DeliveryForCustomer>, "window" | "windows"> & {
    window: Sent<WindowForCustomer>
    windows: Sent<WindowForCustomer>[]
  }
}

/** `POST /store/delivery-windows/bookings/:token` */
export type StoreMoveDelivery = { window_id: string }
