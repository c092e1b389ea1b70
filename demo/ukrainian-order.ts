import type { Page } from "playwright-core"
import type { AdminFollowUpListResponse } from "../src/api/admin/follow-ups/types"
import type { SeededShop } from "./seed"
import type { Shopper } from "./seed/people"
import { checkOut, complete } from "./shopper/order"
import { chooseWindow } from "./shopper/window"

/** None of the demo’s own, so that the call is about this order only. */
const SHOPPER: Shopper = {
  email: "natalia.symonenko@mail.example",
  first_name: "Наталя",
  last_name: "Симоненко",
  phone: "+380 67 000 21 43",
  country: "ua",
  city: "Полтава",
  street: "вул. Соборності, 38, кв. 6",
  postcode: "36014",
}

/** A record of the shop, and the names that a customer hears of it. */
type Renamed = {
  path: string
  names: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
}

/**
 * Lets a Ukrainian customer order from a shop whose names are Ukrainian, as a
 * real one's are, so that the script for the call is all in her language. The
 * demo's own names are in English, for its readers; they are put back at the end.
 *
 * @param picture - takes the picture of the task about her order
 * @throws if the demo's kettle or courier is gone, or the task does not open
 */
export async function withUkrainianOrder(
  page: Page,
  shop: SeededShop & { url: string },
  picture: (taskId: string) => Promise<void>
): Promise<void> {
  const { variant_id, records } = await recordsToRename(page)
  for (const { path, names } of records) {
    await send(page, path, names)
  }
  try {
    const basket = [{ variant_id, title: "kettle", quantity: 1 }]
    const checkout = await checkOut({
      url: shop.url,
      shop,
      shopper: SHOPPER,
      basket,
    })
    // Otherwise the call is about the window, too.
    await chooseWindow(checkout, true)
    const { id } = await complete(checkout)
    await picture(await taskOf(page, id))
  } finally {
    for (const { path, before } of records) {
      await send(page, path, before)
    }
  }
}

async function recordsToRename(
  page: Page
): Promise<{ variant_id: string; records: Renamed[] }> {
  const { user } = await read(page, "/admin/users/me")
  const { stores } = await read(page, "/admin/stores")
  const { products } = await read(
    page,
    "/admin/products?handle=kettle&fields=id,title,variants.id,variants.title,variants.sku"
  )
  const { shipping_options } = await read(
    page,
    "/admin/shipping-options?fields=id,name"
  )
  const [product] = products
  const variant = product.variants.find(
    ({ sku }: { sku: string }) => sku === "KET-ST"
  )
  const courier = shipping_options.find(
    ({ name }: { name: string }) => name === "Nova Poshta courier"
  )
  return {
    variant_id: variant.id,
    records: [
      {
        path: `/admin/users/${user.id}`,
        names: { first_name: "Марта", last_name: "Савченко" },
        before: { first_name: user.first_name, last_name: user.last_name },
      },
      {
        path: `/admin/stores/${stores[0].id}`,
        names: { name: "Дім і затишок" },
        before: { name: stores[0].name },
      },
      {
        path: `/admin/products/${product.id}`,
        names: { title: "Чайник «Дніпро», 1,7 л" },
        before: { title: product.title },
      },
      {
        path: `/admin/products/${product.id}/variants/${variant.id}`,
        names: { title: "сталевий" },
        before: { title: variant.title },
      },
      {
        path: `/admin/shipping-options/${courier.id}`,
        names: { name: "кур’єр «Нової пошти»" },
        before: { name: courier.name },
      },
    ],
  }
}

const WAITS_MS = 20_000

async function taskOf(page: Page, order_id: string): Promise<string> {
  for (let waited = 0; waited < WAITS_MS; waited += 500) {
    const { follow_ups }: AdminFollowUpListResponse = await read(
      page,
      `/admin/follow-ups?order_id=${order_id}&type=confirm_order`
    )
    if (follow_ups[0]) {
      return follow_ups[0].id
    }
    await page.waitForTimeout(500)
  }
  throw new Error("The order's task did not open")
}

async function read(page: Page, path: string) {
  const response = await page.request.get(path)
  if (!response.ok()) {
    throw new Error(`${path}: ${await response.text()}`)
  }
  return await response.json()
}

async function send(
  page: Page,
  path: string,
  data: Readonly<Record<string, string>>
): Promise<void> {
  const response = await page.request.post(path, { data })
  if (!response.ok()) {
    throw new Error(`${path}: ${await response.text()}`)
  }
}
