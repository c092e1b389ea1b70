import { checkOut, complete } from "../../../demo/shopper/order"
import type { AdminShortageSection } from "../../../src/api/admin/shortages/types"
import { purchaseIn } from "../../shop/purchase"
import {
  inPlace,
  lineOf,
  linesOf,
  notBackordered,
  reservedFor,
  sell,
  settle,
  settlements,
  snapshot,
} from "../../shop/settle"
import {
  inDays,
  order,
  shortageOf,
  stock,
  unitsShortOf,
  variantOf,
} from "../../shop/stock"
import { taskOf, tasksOf } from "../../shop/place-order"
import { eventBusOf } from "../../shop/subscribers"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"

export function settling(shop: TestShop): void {
  it("takes out what is short, where Medusa's own edit fails half-way", async () => {
    await stock(shop, KETTLE, 9)
    const ids = await order(shop, KETTLE, 2, 2, 3)
    await notBackordered(shop, KETTLE)
    await stock(shop, KETTLE, 5)
    const [, , third = ""] = ids
    expect(await unitsShortOf(shop, ids)).toEqual([0, 0, 2])
    const edit = `/admin/order-edits/${third}`
    await shop.post("/admin/order-edits", { order_id: third }).expect(200)
    await shop
      .post(`${edit}/items/item/${await lineOf(shop, third)}`, { quantity: 2 })
      .expect(200)
    await shop.post(`${edit}/request`).expect(200)
    const refused = await shop.post(`${edit}/confirm`)
    expect(refused.body.message).toContain("Not enough stock available")
    await shop.delete(edit).expect(200)

    await settle(shop, third, { deed: { kind: "remove", units: 1 } })
    expect(await linesOf(shop, third)).toMatchObject([{ quantity: 2 }])
    expect(await reservedFor(shop, third)).toMatchObject([{ quantity: 2 }])
    expect(await unitsShortOf(shop, ids)).toEqual([0, 0, 1])

    await settle(shop, third, { deed: { kind: "remove", units: 1 } })
    expect(await reservedFor(shop, third)).toMatchObject([{ quantity: 1 }])
    expect(await unitsShortOf(shop, ids)).toEqual([0, 0, 0])
    expect(await shortageOf(shop, third)).toMatchObject({
      status: "completed",
      outcome: "removed",
    })
  })

  it("comes to what Medusa's own confirmation comes to", async () => {
    await stock(shop, KETTLE, 20)
    const [ours = "", theirs = ""] = await order(shop, KETTLE, 3, 3)
    const ware = await sell(shop, "SAME", 1_249, 9)
    const item = {
      variant_id: ware.variant_id,
      quantity: 2,
      unit_price: 1_200,
    }
    const edit = `/admin/order-edits/${theirs}`
    await shop.settle()
    const theirEvents = await emittedBy(shop, async () => {
      await shop.post("/admin/order-edits", { order_id: theirs }).expect(200)
      await shop.post(`${edit}/items`, { items: [item] }).expect(200)
      await shop
        .post(`${edit}/items/item/${await lineOf(shop, theirs)}`, {
          quantity: 2,
        })
        .expect(200)
      await shop.post(`${edit}/confirm`).expect(200)
    })
    const ourEvents = await emittedBy(shop, async () => {
      await settle(shop, ours, {
        deed: inPlace(ware, 1, { quantity: 2, unit_price: 1_200 }),
      })
    })

    expect(await snapshot(shop, ours)).toEqual(await snapshot(shop, theirs))
    expect(ourEvents).toEqual(theirEvents)
  })

  it("touches only units that are not packed, and nothing of other lines", async () => {
    await stock(shop, KETTLE, 9)
    const [order_id = ""] = await order(shop, KETTLE, 3)
    const line_item_id = await lineOf(shop, order_id)
    await shop
      .post(`/admin/orders/${order_id}/fulfillments`, {
        items: [{ id: line_item_id, quantity: 1 }],
      })
      .expect(200)
    const ware = await sell(shop, "REST", 500, 9)
    const by = { quantity: 2, unit_price: 500 }
    const refused = await shop.post(settlements(order_id), {
      line_item_id,
      deed: inPlace(ware, 3, by),
    })
    expect(refused.body).toMatchObject({
      code: "settles_too_many",
      values: { outstanding: 2 },
    })

    await settle(shop, order_id, { deed: inPlace(ware, 1, by) })
    await settle(shop, order_id, {
      line_item_id,
      deed: inPlace(ware, 1, by),
    })

    const lines = await linesOf(shop, order_id)
    expect(lines).toMatchObject([
      { id: line_item_id, quantity: 1 },
      { quantity: 2 },
      { quantity: 2 },
    ])
    // What was packed is reserved no more, and the earlier replacement still is.
    expect(await reservedFor(shop, order_id)).toMatchObject([
      { inventory_item_id: ware.inventory_item_id, quantity: 2 },
      { inventory_item_id: ware.inventory_item_id, quantity: 2 },
    ])
    const gone = await shop.post(settlements(order_id), {
      line_item_id,
      deed: { kind: "remove", units: 1 },
    })
    expect(gone.body.code).toBe("nothing_to_send")
  })

  it.each(["replace", "wait"] as const)(
    "ends with the most telling of what was agreed about several lines, and the sheet shows all of it: %s",
    async (kind) => {
      await stock(shop, KETTLE, 0)
      const lamp = await sell(shop, "LAMP", 900, 1)
      const ware = await sell(shop, "IN-STOCK", 1_000, 9)
      const purchase = purchaseIn(shop)
      const { id: order_id } = await complete(
        await checkOut({
          ...purchase,
          basket: [await variantOf(shop, KETTLE), lamp.variant_id].map(
            (variant_id) => ({ variant_id, title: "ware", quantity: 1 })
          ),
        })
      )
      await stock(shop, "LAMP", 0)
      expect((await shortageOf(shop, order_id))?.status).toBe("open")
      const lines = await linesOf(shop, order_id)
      const lampLine =
        lines.find(({ title }) => title === "Ware LAMP")?.id ?? ""
      const kettleLine = lines.find(({ id }) => id !== lampLine)?.id ?? ""
      const until = inDays(20)
      await settle(shop, order_id, {
        line_item_id: kettleLine,
        deed:
          kind === "wait"
            ? { kind, until }
            : inPlace(ware, 1, { quantity: 2, unit_price: 500 }),
      })
      expect((await shortageOf(shop, order_id))?.status).toBe("open")
      await settle(shop, order_id, {
        line_item_id: lampLine,
        deed: { kind: "remove", units: 1 },
      })

      const task = await shortageOf(shop, order_id)
      expect(task).toMatchObject({
        status: "completed",
        outcome: kind === "wait" ? "waits" : "replaced",
      })
      const { body } = await shop
        .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
        .expect(200)
      const { data }: { data: AdminShortageSection } =
        body.call_sheet.sections.find(
          ({ section }: { section: string }) => section === "shortage"
        )
      expect(data.is_back).toBe(false)
      expect(data.agreed).toMatchObject([
        {
          line_item_id: lampLine,
          title: "Ware LAMP",
          deed: { kind: "remove", units: 1 },
        },
        {
          line_item_id: kettleLine,
          deed:
            kind === "wait"
              ? { kind, until }
              : {
                  kind,
                  units: 1,
                  by: [{ title: "Ware IN-STOCK", quantity: 2 }],
                },
        },
      ])

      // What was agreed before it was opened again says nothing of it.
      if (kind === "replace") {
        await stock(shop, "IN-STOCK", 0)
        expect((await shortageOf(shop, order_id))?.status).toBe("open")
        await settle(shop, order_id, {
          deed: { kind: "remove", units: 2 },
        })
        expect(await shortageOf(shop, order_id)).toMatchObject({
          status: "completed",
          outcome: "removed",
        })
      }
    }
  )

  it("is not settled by what is not there", async () => {
    const order_id = await lackingOne(shop)
    const ware = await sell(shop, "FEW", 500, 1)
    const before = await snapshot(shop, order_id)
    const refused = await shop.post(settlements(order_id), {
      line_item_id: await lineOf(shop, order_id),
      deed: inPlace(ware, 1, { quantity: 2, unit_price: 500 }),
    })
    expect(refused.body).toMatchObject({
      code: "units_gone",
      values: { variant_id: ware.variant_id },
    })
    expect(await snapshot(shop, order_id)).toEqual(before)
  })

  it("is settled in the call in which the order is confirmed", async () => {
    await stock(shop, KETTLE, 0)
    const [order_id = ""] = await order(shop, KETTLE, 2)
    await shortageOf(shop, order_id)
    const { id, call } = await taskOf(shop, order_id)
    const lacking = await taskOf(shop, order_id, "resolve_shortage")
    expect(call).toMatchObject({
      task_count: 2,
      tasks: expect.arrayContaining([
        expect.objectContaining({ id }),
        expect.objectContaining({ id: lacking.id }),
      ]),
    })
    const { body } = await shop
      .get(`/admin/follow-ups/${id}/call-sheet?locale=en`)
      .expect(200)
    expect(
      body.call_sheet.sections.map((one: { section: string }) => one.section)
    ).toEqual(expect.arrayContaining(["order", "shortage"]))

    await settle(shop, order_id, { deed: { kind: "remove", units: 1 } })
    await settle(shop, order_id, {
      deed: { kind: "wait", until: "2026-12-24T12:00:00Z" },
    })
    await shop
      .post(`/admin/follow-ups/${id}/attempts`, {
        channel: "phone",
        outcome: "reached",
        complete_with: "confirmed",
      })
      .expect(200)
    await shop.settle()
    const tasks = await tasksOf(shop, order_id)
    expect(
      tasks.map(({ type, status, outcome }) => [type, status, outcome]).sort()
    ).toEqual([
      ["confirm_order", "completed", "confirmed"],
      ["resolve_shortage", "completed", "waits"],
    ])
  })
}

/** Three kettles are there, and the second order lacks one of its two. */
export async function lackingOne(shop: TestShop): Promise<string> {
  await stock(shop, KETTLE, 3)
  const [, second = ""] = await order(shop, KETTLE, 2, 2)
  return second
}

/** The names of Medusa's events, in the order of the alphabet. */
async function emittedBy(
  shop: TestShop,
  work: () => Promise<void>
): Promise<string[]> {
  const emit = jest.spyOn(eventBusOf(shop.container), "emit")
  await work()
  await shop.settle()
  const names = emit.mock.calls
    .flatMap(([messages]) => messages)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("follow-up."))
    .sort()
  emit.mockRestore()
  return names
}
