import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import type { AdminShortageListResponse } from "../../../src/api/admin/shortages/types"
import { lineOf, sell, settle } from "../../shop/settle"
import { editLine, order, shortageOf, stock, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"
const FILTER = "FIL-1"

export function owner(shop: TestShop): void {
  it("is listed by variant, with how much money waits for it", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 5)
    await stock(shop, FILTER, 0)
    const [, second = "", third = ""] = await order(shop, KETTLE, 4, 2, 3)
    const [filters = ""] = await order(shop, FILTER, 2)
    await shop.settle()
    const totals = new Map<string, { total: number; items: number }>()
    for (const id of [second, third, filters]) {
      const { body } = await shop
        .get(`/admin/orders/${id}?fields=total,item_total`)
        .expect(200)
      const { total, item_total: items } = body.order
      totals.set(id, { total, items })
    }
    const of = (id: string) => totals.get(id) ?? { total: 0, items: 0 }
    const uah = (amount: number) => [{ currency_code: "uah", amount }]
    const ofKettles = of(second).items / 2 + of(third).items

    const { body } = await shop.get("/admin/shortages/items").expect(200)
    expect(body).toMatchObject({
      items: [
        {
          sku: KETTLE,
          title: "Kettle Dnipro, 1.7 l",
          variant_title: "Steel",
          orders: 2,
          lines: 2,
          units: 4,
          missing: uah(ofKettles),
          waiting: uah(of(second).total + of(third).total),
          inventory_item_ids: [inventory_item_id],
          expected_at: null,
        },
        {
          sku: FILTER,
          orders: 1,
          units: 2,
          missing: uah(of(filters).items),
          waiting: uah(of(filters).total),
        },
      ],
      total: {
        orders: 3,
        lines: 3,
        units: 6,
        missing: uah(ofKettles + of(filters).items),
        waiting: uah(
          [...totals.values()].reduce((sum, one) => sum + one.total, 0)
        ),
      },
      unpriced: 0,
      count: 2,
    })

    const page = await shop
      .get("/admin/shortages/items?limit=1&offset=1")
      .expect(200)
    expect(page.body).toMatchObject({ items: [{ sku: FILTER }], count: 2 })
    expect(page.body.total.orders).toBe(3)
  })

  it("tells whose order waits, since when, and what it costs", async () => {
    await stock(shop, KETTLE, 0)
    const [id = ""] = await order(shop, KETTLE, 2)
    await shop.settle()
    const { body } = await shop
      .get(`/admin/orders/${id}?fields=display_id,created_at,total`)
      .expect(200)
    const { display_id, created_at, total } = body.order
    await shop.get("/admin/shortages/items").expect(200)
    const listed = await shop.get("/admin/shortages").expect(200)
    expect(listed.body.shortages).toMatchObject([
      {
        order_display_id: display_id,
        order_placed_at: created_at,
        order_total: { currency_code: "uah", amount: total },
        customer_name: "Олена Коваленко",
      },
    ])
  })

  it("tells what has been done about each order, and what the supplier said", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 0)
    const [untouched = "", offered = "", waits = ""] = await order(
      shop,
      KETTLE,
      1,
      1,
      1
    )
    const ware = await sell(shop, "LAST", 3_000, 1)
    const { variant_id, location_id } = ware
    const { body: made } = await shop
      .post(`/admin/shortages/orders/${offered}/offers`, {
        line_item_id: await lineOf(shop, offered),
        units: 1,
        alternatives: [{ variant_id, location_id, quantity: 1 }],
      })
      .expect(200)
    const day = "2090-12-05T12:00:00.000Z"
    await settle(shop, waits, { deed: { kind: "wait", until: day } })
    await shop
      .post("/admin/shortages/announcements", {
        inventory_item_id,
        expected_at: "2090-12-03T12:00:00Z",
        note: "By rail",
      })
      .expect(200)
    await shop.settle()

    const { body } = await shop.get("/admin/shortages").expect(200)
    const listed: AdminShortageListResponse = body
    const of = (id: string) =>
      listed.shortages.find(({ order_id }) => order_id === id)
    expect(of(untouched)?.state).toEqual({ kind: "untouched", until: null })
    expect(of(offered)?.state).toEqual({
      kind: "offered",
      until: made.offer.expires_at,
    })
    expect(of(waits)?.state).toEqual({ kind: "wait", until: day })
    for (const id of [untouched, offered, waits]) {
      expect(of(id)?.task_id).toBe((await shortageOf(shop, id))?.id)
    }
    const items = await shop.get("/admin/shortages/items").expect(200)
    expect(items.body.items).toMatchObject([{ sku: KETTLE, note: "By rail" }])
  })

  it("costs no totals to look at, and follows what becomes of the orders", async () => {
    await stock(shop, KETTLE, 0)
    const [id = ""] = await order(shop, KETTLE, 2)
    await shop.settle()
    const database = shop.container.resolve(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
    const reads = jest.spyOn(query, "graph")
    const totalsRead = () =>
      reads.mock.calls.filter(([{ fields }]) =>
        [fields].flat().includes("items.total")
      ).length
    const look = async () => {
      reads.mockClear()
      const { body } = await shop.get("/admin/shortages/items").expect(200)
      return { ...body.total, unpriced: body.unpriced, reads: totalsRead() }
    }
    const cost = async () => {
      const { body } = await shop
        .get(`/admin/orders/${id}?fields=total,item_total`)
        .expect(200)
      const uah = (amount: number) => [{ currency_code: "uah", amount }]
      return {
        missing: uah(body.order.item_total),
        waiting: uah(body.order.total),
        unpriced: 0,
      }
    }
    try {
      expect(await look()).toMatchObject({ ...(await cost()), reads: 0 })

      await editLine(shop, id, { quantity: 2, unit_price: 1_000 })
      await shop.settle()
      const edited = await cost()
      expect(edited.missing).toEqual([{ currency_code: "uah", amount: 2_000 }])
      expect(await look()).toMatchObject({ ...edited, reads: 0 })

      // As an update of the plugin finds it.
      await database.raw(
        `update shortage_order set priced_version = 0, total = null,
                currency_code = null, line_totals = '{}'`
      )
      expect(await look()).toMatchObject({ ...edited, reads: 1 })

      // Without a word, as a return or a claim may.
      await database.raw(
        `update order_item set unit_price = 900, raw_unit_price = '{"value":"900"}'
          where order_id = ?`,
        [id]
      )
      shop.clock.advance(61)
      await shop.reconcile()
      const changed = await cost()
      expect(changed.missing).toEqual([{ currency_code: "uah", amount: 1_800 }])
      expect(await look()).toMatchObject({ ...changed, reads: 0 })
    } finally {
      reads.mockRestore()
    }
  })

  it("is what replaced what, with how often it was taken and refused", async () => {
    const [kettle, filter, pan] = await Promise.all(
      [KETTLE, FILTER, "PAN-24"].map((sku) => variantOf(shop, sku))
    )
    const answer = (replacement = "", accepted: boolean, order_id: string) => ({
      variant_id: kettle ?? "",
      replacement_variant_id: replacement,
      order_id,
      line_item_id: `line of ${order_id}`,
      customer_id: null,
      email: null,
      accepted,
      offer_id: null,
      answered_at: new Date(),
    })
    await shop.container
      .resolve(SHORTAGE_MODULE)
      .keepAnswers(
        [
          answer(pan, true, "order_1"),
          answer(pan, true, "order_2"),
          answer(pan, false, "order_3"),
          answer(filter, false, "order_1"),
          answer("variant_gone", true, "order_4"),
        ],
        new Date()
      )

    const { body } = await shop.get("/admin/shortages/replacements").expect(200)
    const ofKettle = { variant: { sku: KETTLE } }
    expect(body).toMatchObject({
      replacements: [
        {
          ...ofKettle,
          replacement: { sku: "PAN-24" },
          accepted: 2,
          refused: 1,
        },
        { ...ofKettle, replacement: null, accepted: 1, refused: 0 },
        { ...ofKettle, replacement: { sku: FILTER }, accepted: 0, refused: 1 },
      ],
      count: 3,
    })
  })
}
