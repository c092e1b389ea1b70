import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import type { Booking, Window } from "../../modules/delivery-window"
import { customerLanguages, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { type Delivery, loadDeliveries } from "../../shop/deliveries"
import { loadOrders } from "../../shop/orders"
import { type CustomerPage, pagePathOf, pageUrlOf } from "../desk/customer-link"
import {
  linkMessage,
  type LinkMessage,
  type LinkWords,
} from "../desk/link-message"
import { bookedWindow } from "./booked-window"
import { windowText } from "./window-text"

/** The customer's page of a booking. */
export const DELIVERY_PAGE: CustomerPage = {
  purpose: "delivery",
  path: "/hooks/delivery-windows/bookings",
}

/**
 * How often the customer may still move a booking by the link: until the window's
 * cut-off, and as often as the option `most_moves` says.
 */
export function movesLeft(
  { status, customer_moves }: Booking,
  { cut_off_at }: Pick<Window, "cut_off_at">,
  container: MedusaContainer
): number {
  const { most_moves } =
    container.resolve(FOLLOW_UP_MODULE).settings.delivery_windows
  return (status === "confirmed" || status === "late") &&
    cut_off_at > clockOf(container).now()
    ? Math.max(0, most_moves - customer_moves)
    : 0
}

/** Whether the customer may still move a booking by the link. */
export const isMovable = (
  booking: Booking,
  window: Pick<Window, "cut_off_at">,
  container: MedusaContainer
): boolean => movesLeft(booking, window, container) > 0

/**
 * The address of the customer's page.
 *
 * @param site - where the dashboard reaches this Medusa, if the shop has not
 * said how customers do
 * @returns null if neither is known
 */
export function bookingLink(
  { id }: Pick<Booking, "id">,
  container: MedusaContainer,
  site: string | null = null
): string | null {
  return (
    pageUrlOf(DELIVERY_PAGE, id, container) ??
    (site && site + pagePathOf(DELIVERY_PAGE, id, container))
  )
}

const SUBJECT: LinkWords["subject"] = {
  en: "{shop}: delivery of order {number}, {window}",
  uk: "{shop}: доставка замовлення №{number}, {window}",
  ru: "{shop}: доставка заказа №{number}, {window}",
  bg: "{shop}: доставка на поръчка №{number}, {window}",
}

/** What the customer is sent with a link by which they may move the booking. */
const MAY_MOVE: LinkWords["message"] = {
  en: "Hello{name}! Our courier comes: {window}. If this does not suit you, choose another time: {link}",
  uk: "Добрий день{name}! Кур’єр приїде: {window}. Якщо вам незручно, оберіть інший час: {link}",
  ru: "Здравствуйте{name}! Курьер приедет: {window}. Если вам неудобно, выберите другое время: {link}",
  bg: "Здравейте{name}! Куриерът ще дойде: {window}. Ако не Ви е удобно, изберете друг час: {link}",
}

/** What they are sent with one that only shows when the courier comes. */
const STANDS: LinkWords["message"] = {
  en: "Hello{name}! Our courier comes: {window}. Your delivery: {link}",
  uk: "Добрий день{name}! Кур’єр приїде: {window}. Ваша доставка: {link}",
  ru: "Здравствуйте{name}! Курьер приедет: {window}. Ваша доставка: {link}",
  bg: "Здравейте{name}! Куриерът ще дойде: {window}. Вашата доставка: {link}",
}

/**
 * The link for an order's customer, what to send with it, and how often they may
 * still move the booking by it.
 *
 * @param site - see `bookingLink`
 * @param may_be_named - see `LinkRecipient`
 * @throws Refusal `booking_not_found` if nothing is booked
 */
export async function messageWithLink(
  order_id: string,
  site: string,
  may_be_named: boolean,
  container: MedusaContainer
): Promise<LinkMessage & { link: string; moves_left: number }> {
  const booked = await bookedWindow(order_id, container)
  if (!booked) {
    throw new Refusal("booking_not_found", { order_id }, ["order_id"])
  }
  const moves_left = movesLeft(booked.booking, booked.window, container)
  const link = bookingLink(booked.booking, container, site) ?? ""
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  const language = delivery ? languageOf(delivery, container) : null
  const order = (await loadOrders([order_id], container)).get(order_id) ?? null
  return {
    link,
    moves_left,
    ...(await linkMessage(
      { subject: SUBJECT, message: moves_left > 0 ? MAY_MOVE : STANDS },
      { order, language, may_be_named },
      { window: windowText(booked.window, language ?? "en"), link },
      container
    )),
  }
}

/** The language in which an order's customer is spoken to about its delivery. */
export function languageOf(
  order: Pick<Delivery, "locale" | "country_code">,
  container: MedusaContainer
): string | null {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const [language = null] = customerLanguages(order, settings.language)
  return language
}
