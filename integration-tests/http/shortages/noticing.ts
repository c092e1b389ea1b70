import type { AdminFollowUp } from "../../../src/api/admin/follow-ups/types"
import { tasksOf } from "../../shop/place-order"
import { order, stock } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"

export function noticing(shop: TestShop): void {
  const ordered = shop.preparedOnce(async () => {
    await stock(shop, KETTLE, 5)
    return await order(shop, KETTLE, 2, 2, 3)
  })

  it("get a task, which lists what they lack, and the others none", async () => {
    const [first = "", second = "", third = ""] = ordered()

    expect(await shortageOf(shop, first)).toBeUndefined()
    expect(await shortageOf(shop, second)).toBeUndefined()
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "open",
      customer_name: "Олена Коваленко",
      data: { lines: [{ ordered: 3, units: 2, expected_at: null }] },
    })
  })

  it("lose it when stock arrives, and have it again when that is gone", async () => {
    const [, , third = ""] = ordered()
    await stock(shop, KETTLE, 7)
    await shop.settle()
    const closed = await shortageOf(shop, third)
    expect(closed).toMatchObject({
      status: "canceled",
      cancel_reason: "stock_arrived",
      data: { lines: [] },
    })

    await stock(shop, KETTLE, 4)
    await shop.settle()
    expect(await shortageOf(shop, third)).toMatchObject({
      id: closed?.id,
      status: "open",
      data: { lines: [{ units: 3 }] },
    })
  })

  it("lose it when an earlier order is canceled, and with their own", async () => {
    const [first = "", second = "", third = ""] = ordered()
    await shop.post(`/admin/orders/${first}/cancel`).expect(200)
    await shop.settle()
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "canceled",
      cancel_reason: "stock_arrived",
    })

    await stock(shop, KETTLE, 3)
    await shop.settle()
    expect(await shortageOf(shop, third)).toMatchObject({ status: "open" })
    await shop.post(`/admin/orders/${third}/cancel`).expect(200)
    await shop.settle()
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
    })
    expect(await shortageOf(shop, second)).toBeUndefined()
  })
}

/** The order's task about what it lacks. */
async function shortageOf(
  shop: TestShop,
  order_id: string
): Promise<AdminFollowUp | undefined> {
  return (await tasksOf(shop, order_id)).find(
    ({ type }) => type === "resolve_shortage"
  )
}
