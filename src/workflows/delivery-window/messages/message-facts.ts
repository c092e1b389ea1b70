import type { MedusaContainer } from "@medusajs/framework/types"
import { DELIVERY_WINDOW_MODULE } from "../../../modules/delivery-window"
import { clockText, knownFacts } from "../../../modules/follow-up"
import type { OrderFacts } from "../../../shop/orders"
import { storeName } from "../../../shop/store"
import { orderReader } from "../../desk/call-sheet/call-sheet"
import { factsIn } from "../../desk/call-sheet/script-facts"
import { scriptCustomer } from "../../desk/call-sheet/script-people"
import { dayText, endText, otherDayText } from "../window-text"
import { MESSAGE_VARIABLES } from "./message-kinds"

/** The window or time that a message is about. */
export type Told = {
  from_at: Date
  to_at: Date
  expected_at: Date | null
  time_zone: string
  is_moved: boolean
  /** Without having asked the customer. */
  is_moved_by_shop: boolean
  /** Where the customer may move it; empty if they may not. */
  link: string
}

/** The values of a message's variables, in any language. */
export async function messageFacts(
  order: OrderFacts,
  told: Told,
  now: Date,
  container: MedusaContainer
): Promise<{
  shop: string
  address: string[]
  factsOf: (language: string) => object
}> {
  const shop = await storeName(container)
  const customer = await scriptCustomer(null, order, [], container)
  const read = await orderReader(container)(order.id)
  const scriptFacts = factsIn({
    shop,
    agent: "",
    customer,
    order: read,
    order_display_id: order.display_id,
    promised_at: null,
    opens_at: null,
    shop_time_zone: told.time_zone,
    now,
  })
  return {
    shop,
    address: read?.shipping_address ?? [],
    factsOf: (language) => ({
      ...scriptFacts(language),
      delivery: deliveryFacts(told, language, now),
    }),
  }
}

/** As the examples of the variables have it. */
const EXAMPLE: Told = {
  from_at: new Date("2026-11-27T14:00:00Z"),
  to_at: new Date("2026-11-27T16:00:00Z"),
  expected_at: new Date("2026-11-28T15:40:00Z"),
  time_zone: "UTC",
  is_moved: true,
  is_moved_by_shop: false,
  link: "https://shop.example/hooks/…",
}

const EXAMPLE_NOW = new Date("2026-11-27T15:10:00Z")

/** Of the message that the courier is near, which leaves at another time. */
const EXAMPLE_MINUTES = 30

/** The same with examples, for a shop without orders. */
export function exampleFacts(language: string): object {
  return {
    ...knownFacts(MESSAGE_VARIABLES).example,
    delivery: {
      ...deliveryFacts(EXAMPLE, language, EXAMPLE_NOW),
      minutes: EXAMPLE_MINUTES,
    },
  }
}

/** The window of an order, or an example, half an hour before it ends. */
export async function exampleTold(
  order_id: string,
  now: Date,
  container: MedusaContainer
): Promise<Told> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const [booking] = await module.readBookings({ order_ids: [order_id] })
  const [window] = booking
    ? await module.listWindows({ window_ids: [booking.window_id] })
    : []
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
  const to_at = window?.ends_at ?? hours(3)
  return {
    from_at: window?.starts_at ?? hours(1),
    to_at,
    expected_at: new Date(to_at.getTime() - 1_800_000),
    time_zone: window?.time_zone ?? "UTC",
    is_moved: false,
    is_moved_by_shop: false,
    link: "https://shop.example/hooks/…",
  }
}

/** @param now - when the message is sent: other days than this one are named */
export function deliveryFacts(told: Told, language: string, now: Date) {
  const telling = { language, time_zone: told.time_zone }
  const { expected_at } = told
  return {
    date: dayText(told.from_at, telling),
    from: clockText(told.from_at, telling),
    to: endText(told.to_at, telling),
    // The day of 24:00 is the one that is over.
    to_date: otherDayText(new Date(told.to_at.getTime() - 1), now, telling),
    expected_time: expected_at ? clockText(expected_at, telling) : "",
    expected_date: expected_at ? otherDayText(expected_at, now, telling) : "",
    minutes: expected_at
      ? Math.max(
          1,
          Math.round((expected_at.getTime() - now.getTime()) / 60_000)
        )
      : null,
    is_moved: told.is_moved ? "yes" : "",
    is_moved_by_shop: told.is_moved && told.is_moved_by_shop ? "yes" : "",
    link: told.link,
  }
}
