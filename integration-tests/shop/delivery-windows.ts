import { Modules } from "@medusajs/framework/utils"
import { createShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import type { Test } from "supertest"
import { Temporal } from "temporal-polyfill"
import { type Checkout, checkOut } from "../../demo/shopper/order"
import type { AdminDeliveryOfOrder } from "../../src/api/admin/delivery-windows/types"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Template,
  type Window,
} from "../../src/modules/delivery-window"
import { changeWindowsWorkflow } from "../../src/workflows"
import { makeAhead } from "../../src/workflows/delivery-window/windows-for-order"
import { tasksOf } from "./place-order"
import { purchaseIn } from "./purchase"
import type { TestShop } from "./test-shop"

const ZONE = "Europe/Kyiv"

/** Far enough that no window of it has begun, whatever the hour. */
const DAY = Temporal.Now.plainDateISO(ZONE).add({ days: 3 })

/** A local time on the day of the tests. */
export function onTheDay(time: string, days = 0): Date {
  return new Date(
    DAY.add({ days }).toZonedDateTime({
      timeZone: ZONE,
      plainTime: Temporal.PlainTime.from(time),
    }).epochMilliseconds
  )
}

export const theDay = (days = 0) => DAY.add({ days }).toString()

/** What the shop's couriers take to Ukraine. */
export async function courier(
  shop: TestShop
): Promise<{ option_id: string; zone_id: string }> {
  const [option] = await shop.container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ name: "Nova Poshta courier" })
  return {
    option_id: option?.id ?? "",
    zone_id: option?.service_zone_id ?? "",
  }
}

/** Another option of the couriers' zone, for 300. */
export async function expressOption(
  shop: TestShop,
  zone_id: string
): Promise<string> {
  const { option_id } = await courier(shop)
  const { body } = await shop
    .get(`/admin/shipping-options/${option_id}`)
    .expect(200)
  const { result } = await createShippingOptionsWorkflow(shop.container).run({
    input: [
      {
        name: "Express",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: zone_id,
        shipping_profile_id: body.shipping_option.shipping_profile_id,
        type: { label: "Express", description: "", code: "express" },
        prices: [{ currency_code: "uah", amount: 300 }],
        rules: [
          { attribute: "enabled_in_store", operator: "eq", value: "true" },
          { attribute: "is_return", operator: "eq", value: "false" },
        ],
      },
    ],
  })
  return result[0]?.id ?? ""
}

/** From four to six on every day, for two orders, until two o'clock. */
export async function offerWindows(
  shop: TestShop,
  changes: Partial<Template> = {}
): Promise<{ template_id: string; window: Window; next: Window }> {
  const { zone_id } = await courier(shop)
  const { result } = await changeWindowsWorkflow(shop.container).run({
    input: {
      kind: "save_template",
      template: {
        name: "Evening",
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        starts_at: "16:00",
        ends_at: "18:00",
        time_zone: ZONE,
        service_zone_id: zone_id,
        shipping_option_ids: [],
        capacity: 2,
        capacity_unit: "orders",
        cut_off_minutes: 120,
        lead_minutes: 0,
        valid_from: null,
        valid_to: null,
        is_on: true,
        ...changes,
      },
    },
  })
  await makeAhead(shop.container)
  const [window, next] = await shop.container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({
      template_ids: [result.id ?? ""],
      from_date: theDay(),
      to_date: theDay(1),
    })
  if (!window || !next) {
    throw new Error("The windows were not made")
  }
  return { template_id: result.id ?? "", window, next }
}

/** A storefront's requests. */
export function storefront(shop: TestShop) {
  const asked = (test: Test) =>
    test.set("x-publishable-api-key", shop.wares.publishable_key)
  const hold = "/store/delivery-windows/hold"
  return {
    get: (path: string) => asked(shop.customer.get(path)),
    post: (path: string, body: object) =>
      asked(shop.customer.post(path)).send(body),
    windows: (cart_id: string, more = "") =>
      asked(
        shop.customer.get(`/store/delivery-windows?cart_id=${cart_id}${more}`)
      ),
    hold: (cart_id: string, window_id: string) =>
      asked(shop.customer.post(hold)).send({ cart_id, window_id }),
    giveUp: (cart_id: string) =>
      asked(shop.customer.delete(`${hold}?cart_id=${cart_id}`)),
  }
}

/** A cart that only needs to be completed. */
export async function readyCart(shop: TestShop): Promise<Checkout> {
  const purchase = purchaseIn(shop)
  return shop.carts.take(purchase) ?? (await checkOut(purchase))
}

/** The order's booking, the last one. */
export async function bookingOf(
  shop: TestShop,
  order_id: string
): Promise<Booking | undefined> {
  const bookings = await shop.container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({ order_ids: [order_id] })
  return bookings.at(-1)
}

/** The order's task to agree on a window, after all events were handled. */
export async function arrangeOf(
  shop: TestShop,
  order_id: string
): Promise<AdminFollowUp | undefined> {
  await shop.settle()
  return (await tasksOf(shop, order_id)).find(
    ({ type }) => type === "arrange_delivery"
  )
}

/** What the order's page shows of its delivery. */
export async function deliveryOf(
  shop: TestShop,
  order_id: string
): Promise<AdminDeliveryOfOrder> {
  const { body } = await shop
    .get(`/admin/delivery-windows/orders/${order_id}`)
    .expect(200)
  return body.delivery
}

/** From now on, the template's window of the day has one place. */
export async function leaveOnePlace(
  { container }: TestShop,
  template_id: string
) {
  return await changeWindowsWorkflow(container).run({
    input: {
      kind: "save_exception",
      exception: {
        date: theDay(),
        template_id,
        kind: "capacity",
        capacity: 1,
        starts_at: null,
        ends_at: null,
        label: "A courier is ill",
      },
    },
  })
}
