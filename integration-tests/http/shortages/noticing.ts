import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkOut, complete } from "../../../demo/shopper/order"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { computeShortages } from "../../../src/workflows/shortage/compute-shortages"
import { noticeShortages } from "../../../src/workflows/shortage/notice"
import { purchaseIn, somebody } from "../../shop/purchase"
import { lineOf, settle } from "../../shop/settle"
import {
  editLine,
  order,
  sellKits,
  shortageOf,
  stock,
  stockElsewhere,
  unitsShortOf,
} from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

const KETTLE = "KET-ST"
const FILTER = "FIL-1"

export function noticing(shop: TestShop): void {
  const ordered = shop.preparedOnce(async () => {
    await stock(shop, KETTLE, 5)
    return await order(shop, KETTLE, 2, 2, 3)
  })

  it("get a task, which lists what they lack, and the others none", async () => {
    const [first = "", second = "", third = ""] = ordered()

    expect(await shortageOf(shop, first)).toBeUndefined()
    expect(await shortageOf(shop, second)).toBeUndefined()
    const task = await shortageOf(shop, third)
    expect(task).toMatchObject({
      status: "open",
      customer_name: "Олена Коваленко",
      data: { lines: [{ ordered: 3, units: 2, expected_at: null }] },
    })
    const { body } = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    const { sections, tasks } = body.call_sheet
    expect(tasks[0].script).toMatch(/бракує такого товару: .*\(2\)\./)
    expect(sections).toContainEqual(
      expect.objectContaining({
        section: "shortage",
        task_ids: [task?.id],
        data: {
          order_id: third,
          preference: null,
          agreed: [],
          is_back: false,
          lines: [
            expect.objectContaining({ ordered: 3, short_by: 2, elsewhere: [] }),
          ],
        },
      })
    )
  })

  it.each([
    ["a part of a line", true],
    ["nothing of it", false],
  ])(
    "have the script ask about the rest first where a part delivery is offered: %s is there",
    async (_, is_offered) => {
      const [, , third = ""] = ordered()
      const [nothing = ""] = await order(shop, KETTLE, 1)
      const order_id = is_offered ? third : nothing
      const task = await shortageOf(shop, order_id)
      const { body } = await shop
        .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
        .expect(200)
      const told: { script: string; follow_up: { id: string } }[] =
        body.call_sheet.tasks
      const script = told.find(({ follow_up }) => follow_up.id === task?.id)
      const line = await lineOf(shop, order_id)
      const answer = await shop
        .get(`/admin/shortages/orders/${order_id}/lines/${line}/alternatives`)
        .expect(200)
      const kinds = answer.body.ways.map(({ kind }: { kind: string }) => kind)

      expect(kinds.includes("part_delivery")).toBe(is_offered)
      expect(script?.script.includes("спершу решту")).toBe(is_offered)
      expect(script?.script).toContain("взяти щось подібне")
    }
  )

  it("are settled by what is done about them, and not by saying so", async () => {
    const [, , third = ""] = ordered()
    const task = await shortageOf(shop, third)
    const attempts = `/admin/follow-ups/${task?.id}/attempts`
    for (const complete_with of [
      "waits",
      "replaced",
      "other_location",
      "part_delivery",
      "removed",
    ]) {
      const { body } = await shop
        .post(attempts, { channel: "phone", outcome: "reached", complete_with })
        .expect(400)
      expect(body).toMatchObject({
        code: "outcome_undone",
        path: ["complete_with"],
        values: { outcome: complete_with, section: "shortage" },
      })
    }
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "open",
      attempt_count: 0,
    })
    await shop
      .post(attempts, {
        channel: "phone",
        outcome: "reached",
        complete_with: "order_declined",
      })
      .expect(200)
  })

  it("lose it when stock arrives, and have it again when that is gone", async () => {
    const [, , third = ""] = ordered()
    await stock(shop, KETTLE, 7)
    const closed = await shortageOf(shop, third)
    expect(closed).toMatchObject({
      status: "canceled",
      cancel_reason: "stock_arrived",
      data: { lines: [] },
    })
    const { body } = await shop
      .get(`/admin/follow-ups/${closed?.id}/call-sheet?locale=en`)
      .expect(200)
    expect(body.call_sheet.sections).toContainEqual(
      expect.objectContaining({
        section: "shortage",
        data: expect.objectContaining({ lines: [], is_back: true }),
      })
    )

    await stock(shop, KETTLE, 4)
    expect(await shortageOf(shop, third)).toMatchObject({
      id: closed?.id,
      status: "open",
      data: { lines: [{ units: 3 }] },
    })
  })

  it("lose it when an earlier order is canceled, and with their own", async () => {
    const [first = "", second = "", third = ""] = ordered()
    await shop.post(`/admin/orders/${first}/cancel`).expect(200)
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "canceled",
      cancel_reason: "stock_arrived",
    })

    await stock(shop, KETTLE, 3)
    expect(await shortageOf(shop, third)).toMatchObject({ status: "open" })
    await shop.post(`/admin/orders/${third}/cancel`).expect(200)
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
    })
    expect(await shortageOf(shop, second)).toBeUndefined()
  })

  it.each(["order_changed", "items_sent"])(
    "lose it, which says why: %s",
    async (cancel_reason) => {
      const [, , third = ""] = ordered()
      if (cancel_reason === "order_changed") {
        await editLine(shop, third, { quantity: 1 })
      } else {
        const { location_id } = await stockElsewhere(shop, KETTLE, 3)
        await shop
          .post(`/admin/orders/${third}/fulfillments`, {
            location_id,
            items: [{ id: await lineOf(shop, third), quantity: 3 }],
          })
          .expect(200)
      }
      expect(await shortageOf(shop, third)).toMatchObject({
        status: "canceled",
        cancel_reason,
      })
    }
  )

  it("say what the customer prefers, as they said at the checkout", async () => {
    const checkout = await checkOut(purchaseIn(shop, somebody(1)))
    const { sdk, cart_id } = checkout
    const { cart } = await sdk.store.cart.update(cart_id, {
      metadata: { if_out_of_stock: "call_me" },
    })
    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: "pp_system_default",
    })
    const { id } = await complete(checkout)
    const task = await shortageOf(shop, id)
    const { body } = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    expect(body.call_sheet.sections).toContainEqual(
      expect.objectContaining({
        section: "shortage",
        data: expect.objectContaining({ preference: "call_me" }),
      })
    )
  })

  it("keep an answer until it is worse than what the customer was told", async () => {
    const [, , third = ""] = ordered()
    await settle(shop, third, { deed: { kind: "wait", until: null } })
    await stock(shop, KETTLE, 6)
    await shop.reconcile()
    expect(await shortageOf(shop, third)).toMatchObject({ status: "completed" })

    await stock(shop, KETTLE, 4)
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "open",
      data: { lines: [{ units: 3 }] },
    })
  })

  it("are the same after an edit of the first, which makes its reservations anew", async () => {
    const [first = "", second = "", third = ""] = ordered()
    await editLine(shop, first, {
      quantity: 2,
      unit_price: 900,
      internal_note: "A present",
    })
    expect(await unitsShortOf(shop, [first, second, third])).toEqual([0, 0, 2])

    await editLine(shop, first, { quantity: 1 })

    expect(await unitsShortOf(shop, [first, second, third])).toEqual([0, 0, 1])
    await editLine(shop, first, { quantity: 4 })
    expect(await unitsShortOf(shop, [first, second, third])).toEqual([0, 1, 3])
  })

  it("are told by the reservations of each location alone", async () => {
    const [, , third = ""] = ordered()
    await stockElsewhere(shop, KETTLE, 9)
    await shop.reconcile()
    const task = await shortageOf(shop, third)
    expect(task?.data).toMatchObject({ lines: [{ units: 2 }] })

    const { body } = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    expect(JSON.stringify(body.call_sheet.sections)).toContain(
      '"location_name":"Warehouse Lviv","units":9'
    )
  })

  it("of kits count as many kits as lack a part", async () => {
    await sellKits(shop, "KIT", { [KETTLE]: 1, [FILTER]: 2 })
    await stock(shop, KETTLE, 100)
    await stock(shop, FILTER, 5)
    const ids = [
      ...(await order(shop, "KIT", 1)),
      ...(await order(shop, FILTER, 1)),
      ...(await order(shop, "KIT", 2)),
    ]

    // 2, 1 and 4 filters are reserved.
    expect(await unitsShortOf(shop, ids)).toEqual([0, 0, 1])
    await stock(shop, FILTER, 2)
    expect(await unitsShortOf(shop, ids)).toEqual([0, 1, 2])
  })

  it("are found by the reconciler, whatever events were lost", async () => {
    const [, second = "", third = ""] = ordered()
    await withoutEvents(shop, async () => await stock(shop, KETTLE, 3))
    // What changes of another item touches nothing of this one.
    await stock(shop, FILTER, 1)
    expect(await unitsShortOf(shop, [second, third])).toEqual([0, 2])
    await shop.reconcile()
    expect(await unitsShortOf(shop, [second, third])).toEqual([1, 3])

    await withoutEvents(shop, async () => await stock(shop, KETTLE, 7))
    await Promise.all([shop.reconcile(), shop.reconcile(), shop.tick()])
    expect(await unitsShortOf(shop, [second, third])).toEqual([0, 0])
  })

  it("get what a crash kept from them at the next tick", async () => {
    const [, second = "", third = ""] = ordered()
    const { inventory_item_id: id } = await stock(shop, KETTLE, 5)
    await withoutEvents(shop, async () => await stock(shop, KETTLE, 3))
    await computeShortages({ items: [id], order_ids: [] }, shop.container)
    expect(await unitsShortOf(shop, [second, third])).toEqual([0, 2])
    await shop.tick()
    expect(await unitsShortOf(shop, [second, third])).toEqual([1, 3])

    await withoutEvents(shop, async () => await stock(shop, KETTLE, 7))
    await shop.container
      .resolve(SHORTAGE_MODULE)
      .markDirty([{ entity: "item", id }], shop.clock.now())
    await Promise.all([shop.tick(), shop.tick()])
    expect(await unitsShortOf(shop, [second, third])).toEqual([0, 0])
  })

  it("are computed a hundred records at a time until all are done, none of them twice", async () => {
    const [, second = "", third = ""] = ordered()
    const shortage = shop.container.resolve(SHORTAGE_MODULE)
    const { inventory_item_id } = await withoutEvents(
      shop,
      async () => await stock(shop, KETTLE, 3)
    )
    // In the order of their ids, the kettle is the last.
    const ids = [
      ...Array.from({ length: 249 }, (_, nth) => `iitem_00${100 + nth}`),
      inventory_item_id,
    ]
    await shortage.markDirty(
      ids.map((id) => ({ entity: "item", id })),
      shop.clock.now()
    )
    const take = jest.spyOn(shortage, "takeDirty")
    await Promise.all([
      noticeShortages(shop.container, 60_000),
      noticeShortages(shop.container, 60_000),
    ])
    const taken = await Promise.all(
      take.mock.results.map(
        ({ value }): ReturnType<typeof shortage.takeDirty> => value
      )
    )
    take.mockRestore()
    expect(Math.max(...taken.map((batch) => batch.length))).toBe(100)
    expect(taken.flatMap((batch) => batch.map(({ id }) => id)).sort()).toEqual(
      ids
    )
    expect(await shortage.listShortageDirties()).toEqual([])
    expect(await unitsShortOf(shop, [second, third])).toEqual([1, 3])
  })

  it("are listed, with where a level's own counter drifts from its reservations", async () => {
    const [, , third = ""] = ordered()
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 5)
    await shop.container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw("update inventory_level set reserved_quantity = 50")
    await shop.reconcile()

    const { body } = await shop.get("/admin/shortages").expect(200)
    expect(body).toEqual({
      shortages: [
        expect.objectContaining({
          order_id: third,
          short_by: 2,
          computed: 2,
          reported: 0,
          expected_at: null,
          places: [{ inventory_item_id, location_id, lacking: 2 }],
        }),
      ],
      drift: [
        {
          inventory_item_id,
          title: expect.any(String),
          sku: KETTLE,
          location_id,
          location_name: expect.any(String),
          counter: 50,
          reserved: 7,
        },
      ],
      count: 1,
      limit: 50,
      offset: 0,
    })
  })

  it("are none where only a counter drifts, which is told until it is right again", async () => {
    ordered()
    const { inventory_item_id } = await stock(shop, KETTLE, 50)
    await shop.settle()
    const count = async (reserved: number) => {
      await shop.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(
          "update inventory_level set reserved_quantity = ? where inventory_item_id = ?",
          [reserved, inventory_item_id]
        )
      await shop.reconcile()
    }
    const told = async (path: string) => {
      const { body } = await shop.get(`/admin/shortages${path}`).expect(200)
      expect(body.count).toBe(0)
      return body.drift.map((one: { counter: number; reserved: number }) => [
        one.counter,
        one.reserved,
      ])
    }
    const ofItem = `?inventory_item_id=${inventory_item_id}`
    await count(50)
    expect(await told(ofItem)).toEqual([[50, 7]])
    expect(await told("/items")).toEqual([[50, 7]])
    await count(7)
    expect(await told(ofItem)).toEqual([])
    expect(await told("/items")).toEqual([])
  })
}
