import { Modules } from "@medusajs/framework/utils"
import type { AdminFollowUpDetailResponse } from "../../../src/api/admin/follow-ups/types"
import type { AdminShortageOffer } from "../../../src/api/admin/shortages/types"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { placeOrder } from "../../shop/place-order"
import { lineOf, sell } from "../../shop/settle"
import { order, shortageOf, stock } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

export const KETTLE = "KET-ST"

export type Ware = Awaited<ReturnType<typeof sell>>

/** What tests of offers do to a shop, as agents, customers and shoppers do it. */
export function offering(shop: TestShop) {
  const shortage = () => shop.container.resolve(SHORTAGE_MODULE)

  /** A kettle is short, and of the other one there is a last unit. */
  const prepared = shop.preparedOnce(async () => {
    await stock(shop, KETTLE, 0)
    const [order_id = ""] = await order(shop, KETTLE, 1)
    return { order_id, ware: await sell(shop, "LAST", 3_000, 1) }
  })

  const offersOf = (order_id: string) =>
    `/admin/shortages/orders/${order_id}/offers`

  const bodyOf = async (
    order_id: string,
    { variant_id, location_id }: Ware,
    price?: "listed" | "matched"
  ) => ({
    line_item_id: await lineOf(shop, order_id),
    units: 1,
    alternatives: [{ variant_id, location_id, quantity: 1, price }],
  })

  const offer = async (
    price?: "listed" | "matched"
  ): Promise<AdminShortageOffer> => {
    const { order_id, ware } = prepared()
    const { body } = await shop
      .post(offersOf(order_id), await bodyOf(order_id, ware, price))
      .expect(200)
    return body.offer
  }

  const answer = (id: string, body: object) =>
    shop.post(`/admin/shortages/offers/${id}/answer`, body)

  const readOffer = async (id: string) => {
    const [found] = await shortage().readOffers({ ids: [id] })
    return found
  }

  /** What the history of its order's task says of offers, the latest first. */
  const toldOf = async (order_id: string): Promise<object[]> => {
    const task = await shortageOf(shop, order_id)
    const { body } = await shop.get(`/admin/follow-ups/${task?.id}`).expect(200)
    const { activities }: AdminFollowUpDetailResponse = body
    return activities.flatMap(({ data, actor }) =>
      data.change?.startsWith("offer_")
        ? [{ ...data, by: actor?.name ?? null }]
        : []
    )
  }

  const held = async () =>
    (
      await shop.container.resolve(Modules.INVENTORY).listReservationItems({
        inventory_item_id: prepared().ware.inventory_item_id,
      })
    ).filter(({ line_item_id }) => !line_item_id)

  const buyTheLast = async () =>
    await placeOrder(
      shop,
      { email: "ivan@mail.example", phone: "067 300 00 01" },
      { variant_id: prepared().ware.variant_id }
    )

  const page = (link: string | null) => {
    const { pathname } = new URL(link ?? "")
    return shop.customer.get(pathname).redirects(0)
  }

  const send = (link: string | null, choice: string, note = "") => {
    const { pathname } = new URL(link ?? "")
    return shop.customer
      .post(pathname)
      .redirects(0)
      .type("form")
      .send({ choice, note })
  }

  return {
    prepared,
    shortage,
    offersOf,
    bodyOf,
    offer,
    answer,
    readOffer,
    toldOf,
    held,
    buyTheLast,
    page,
    send,
  }
}
