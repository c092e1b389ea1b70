import { setTimeout as sleep } from "node:timers/promises"
import type { SeededShop } from "../seed"
import { shoppers } from "../seed/people"
import { type Basket, fillBasket, soldOutBasket } from "./basket"
import { checkOut, complete } from "./order"
import { chooseWindow } from "./window"

type ShopperOptions = {
  url: string
  shop: SeededShop
  /** Stops placing orders. */
  signal: AbortSignal
  /** Receives one line per order. */
  say(line: string): void
}

/**
 * After this many orders, there is enough to show at the desk, and a forgotten
 * demo must not fill the disk.
 */
const busyOrders = 40

function pauseMilliseconds(ordersPlaced: number): number {
  const seconds = ordersPlaced < busyOrders ? 20 : 300
  return seconds * 1000 * (1 + Math.random())
}

/** How many of the shoppers choose when the courier comes. */
const CHOOSE_A_WINDOW = 0.7

function pick<T>(from: readonly T[]): T | undefined {
  return from[Math.floor(Math.random() * from.length)]
}

const withPhone = shoppers.filter(({ phone }) => phone)

function describe(basket: Basket): string {
  return basket
    .map(({ title, quantity }) => `${quantity} × ${title}`)
    .join(", ")
}

/**
 * Places orders as shoppers would, through Medusa's store API: one at once,
 * then one every 20 to 40 seconds, and after forty, one every five to ten
 * minutes. Never throws: errors are printed, and the next order is tried as
 * usual.
 */
export async function shop({ url, shop, signal, say }: ShopperOptions) {
  for (let orders = 0; !signal.aborted; orders++) {
    // A visitor is waiting for the first orders: one that can be confirmed by
    // phone, and one that lacks something.
    const shopper = pick(orders < 2 ? withPhone : shoppers)
    const basket = orders === 1 ? soldOutBasket(shop) : fillBasket(shop)
    if (!shopper) {
      return
    }
    const time = new Date().toTimeString().slice(0, 5)
    try {
      const checkout = await checkOut({ url, shop, shopper, basket })
      // Some leave it to the desk to ask. The first one shows a courier at work.
      const is_first = orders === 0
      const window =
        is_first || Math.random() < CHOOSE_A_WINDOW
          ? await chooseWindow(checkout, is_first)
          : null
      const order = await complete(checkout)
      const total = new Intl.NumberFormat("en", {
        style: "currency",
        currency: order.currency_code,
      }).format(order.total)
      say(
        `${time}  order ${order.display_id}: ${shopper.first_name} ${shopper.last_name}, ` +
          `${total}, ${describe(basket)}${shopper.phone ? "" : " (no phone number)"}` +
          (window
            ? `, comes ${window.local_date} ${window.local_start}–${window.local_end}`
            : "")
      )
    } catch (error) {
      if (!signal.aborted) {
        say(
          `${time}  an order could not be placed: ${error instanceof Error ? error.message : error}`
        )
      }
    }
    await sleep(pauseMilliseconds(orders + 1), undefined, { signal }).catch(
      () => undefined
    )
  }
}
