import { Modules } from "@medusajs/framework/utils"
import request from "supertest"
import { settleShortageWorkflow } from "../../../src/workflows"
import {
  hold,
  inPlace,
  isLive,
  lineOf,
  linesOf,
  notBackordered,
  pendingOf,
  reservedFor,
  sell,
  settle,
  settlements,
  snapshot,
} from "../../shop/settle"
import { order, shortageOf, stock, unitsShortOf } from "../../shop/stock"
import { taskOf, tasksOf } from "../../shop/place-order"
import { eventBusOf } from "../../shop/subscribers"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"

export function settling(shop: TestShop): void {
  const orders = () => shop.container.resolve(Modules.ORDER)

  /** Two kettles are there, and the second order lacks one of its two. */
  const short = async () => {
    await stock(shop, KETTLE, 3)
    const [, second = ""] = await order(shop, KETTLE, 2, 2)
    return second
  }

  /** The same again with the last flask, which is held for the customer. */
  const withHold = async () => {
    const order_id = await short()
    const ware = await sell(shop, "LAST", 1_000, 1)
    const held = await hold(shop, ware, 1)
    return {
      order_id,
      ware,
      held,
      deed: inPlace(ware, 1, {
        quantity: 1,
        unit_price: 1_000,
        held: [held],
      }),
    }
  }

  const sellOne = async () => {
    const { variant_id, location_id } = await sell(shop, "THEIRS", 900, 1)
    return { variant_id, location_id }
  }

  /** The reservation by which units of a variant are held. */
  const heldFor = async (variant_id: string) => {
    const [variant] = await shop.container
      .resolve(Modules.PRODUCT)
      .listProductVariants({ id: variant_id })
    const inventory = shop.container.resolve(Modules.INVENTORY)
    const [item] = await inventory.listInventoryItems({
      sku: variant?.sku ?? "",
    })
    const [held] = await inventory.listReservationItems({
      inventory_item_id: item?.id,
    })
    return held?.id ?? ""
  }

  it("replaces what is short by the last unit, which is held for the customer", async () => {
    const { order_id, ware, held, deed } = await withHold()
    const before = await shortageOf(shop, order_id)
    expect(before).toMatchObject({ status: "open" })
    // What is held counts as reserved: Medusa itself would not add it.
    await shop.post("/admin/order-edits", { order_id }).expect(200)
    await shop
      .post(`/admin/order-edits/${order_id}/items`, {
        items: [{ variant_id: ware.variant_id, quantity: 1 }],
      })
      .expect(400)
    await shop.delete(`/admin/order-edits/${order_id}`).expect(200)

    const settled = await settle(shop, order_id, { deed })

    expect(settled).toMatchObject({
      order_id,
      total_before: 3_316,
      total_after: 2_718,
      currency_code: "uah",
      money: { kind: "collect", amount: 2_718 },
      warnings: [],
    })
    expect(await linesOf(shop, order_id)).toMatchObject([
      { quantity: 1, unit_price: 1_598 },
      { quantity: 1, unit_price: 1_000, title: "Ware LAST" },
    ])
    expect(await reservedFor(shop, order_id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...placeOf(ware), quantity: 1 }),
      ])
    )
    expect(await isLive(shop, held)).toBe(false)
    expect(await pendingOf(shop, order_id)).toBe(2_718)
    expect(await shortageOf(shop, order_id)).toMatchObject({
      id: before?.id,
      status: "completed",
      outcome: "replaced",
    })
  })

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

  it("leaves alone what somebody else has begun to change, and says who", async () => {
    const { order_id, held, deed } = await withHold()
    const line_item_id = await lineOf(shop, order_id)
    const { body } = await shop
      .post("/admin/claims", { order_id, type: "refund" })
      .expect(200)
    const [change] = await orders().listOrderChanges({ order_id })

    const refused = await shop.post(settlements(order_id), {
      line_item_id,
      deed,
    })
    expect(refused.status).toBe(400)
    const open = {
      change_id: change?.id,
      change_type: "claim",
      opened_by: shop.agent().name,
    }
    expect(refused.body).toMatchObject({ code: "change_open", values: open })
    const preview = await shop
      .post(`${settlements(order_id)}/preview`, { line_item_id, deed })
      .expect(200)
    expect(preview.body.settlement).toMatchObject({
      total_after: 2_718,
      warnings: [{ code: "change_open", ...open }],
    })
    expect(await isLive(shop, held)).toBe(true)
    expect(
      await orders().retrieveOrderChange(change?.id ?? "", {
        relations: ["actions"],
      })
    ).toMatchObject({ status: "pending", actions: [] })
    await shop.delete(`/admin/claims/${body.claim.id}/request`).expect(200)

    // Of an edit Medusa does not write down who began it.
    await shop.post("/admin/order-edits", { order_id }).expect(200)
    const again = await shop.post(settlements(order_id), { line_item_id, deed })
    expect(again.body).toMatchObject({
      code: "change_open_since",
      values: { change_type: "edit" },
    })
  })

  it("leaves order and hold as they were if confirming fails", async () => {
    const { order_id, held, deed } = await withHold()
    const before = await snapshot(shop, order_id)
    jest
      .spyOn(orders(), "confirmOrderChange")
      .mockRejectedValueOnce(new Error("The disk is full"))

    const refused = await shop.post(settlements(order_id), {
      line_item_id: await lineOf(shop, order_id),
      deed,
    })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: "settlement_failed",
      values: { reason: "The disk is full" },
    })
    expect(await snapshot(shop, order_id)).toEqual(before)
    expect(await isLive(shop, held)).toBe(true)
    // And it can still be settled.
    await settle(shop, order_id, { deed })
    expect(await isLive(shop, held)).toBe(false)
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

  it("is settled once for each offer, and not without what was held", async () => {
    const { order_id, held, deed } = await withHold()
    const line_item_id = await lineOf(shop, order_id)
    const accept = async () =>
      await settleShortageWorkflow(shop.container).run({
        input: {
          order_id,
          line_item_id,
          deed,
          actor_id: null,
          offer_id: "shoff_1",
        },
      })
    const first = await accept()
    const second = await accept()
    expect(second.result).toEqual(first.result)
    expect(await linesOf(shop, order_id)).toHaveLength(2)
    expect(await isLive(shop, held)).toBe(false)

    const gone = await shop.post(settlements(order_id), { line_item_id, deed })
    expect(gone.body.code).toBe("hold_gone")
  })

  it("takes over nothing that is reserved for another order, or held for another customer", async () => {
    const { order_id, ware, held } = await withHold()
    const [other = ""] = await order(shop, KETTLE, 1)
    const [reserved] = await reservedFor(shop, other)
    const offer = await shop
      .post(`/admin/shortages/orders/${other}/offers`, {
        line_item_id: await lineOf(shop, other),
        units: 1,
        alternatives: [{ ...(await sellOne()), quantity: 1, price: "listed" }],
      })
      .expect(200)
    const theirs = await heldFor(offer.body.offer.alternatives[0].variant_id)
    const line_item_id = await lineOf(shop, order_id)
    for (const id of [reserved?.id ?? "", theirs]) {
      const refused = await shop.post(settlements(order_id), {
        line_item_id,
        deed: inPlace(ware, 1, {
          quantity: 1,
          unit_price: 1_000,
          held: [held, id],
        }),
      })
      expect(refused.body.code).toBe("hold_gone")
      expect(await isLive(shop, id)).toBe(true)
    }
    expect(await isLive(shop, held)).toBe(true)
  })

  it("is not settled by what is not there", async () => {
    const order_id = await short()
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

  it("is done once, if two agents settle it at the same time", async () => {
    const { order_id, deed } = await withHold()
    const line_item_id = await lineOf(shop, order_id)
    const answers = await Promise.all(
      [0, 1].map((agent) =>
        shop.post(
          settlements(order_id),
          { line_item_id, deed },
          shop.agent(agent)
        )
      )
    )
    expect(answers.map(({ body }) => body.code ?? "settled").sort()).toEqual([
      "hold_gone",
      "settled",
    ])
    expect(await linesOf(shop, order_id)).toHaveLength(2)
  })

  it("is nothing that a shopper can read, whatever fields they ask for", async () => {
    const { order_id, deed } = await withHold()
    await settle(shop, order_id, { deed })
    for (const fields of [
      "shortage_settlement",
      "shortage_line",
      "settlement",
    ]) {
      const { body } = await request(shop.url)
        .get(`/store/orders/${order_id}?fields=id,${fields}.*`)
        .set("x-publishable-api-key", shop.wares.publishable_key)
      expect(JSON.stringify(body)).not.toContain("shset_")
      expect(JSON.stringify(body)).not.toContain("shline_")
    }
  })
}

const placeOf = ({
  inventory_item_id,
  location_id,
}: {
  inventory_item_id: string
  location_id: string
}) => ({ inventory_item_id, location_id })

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
