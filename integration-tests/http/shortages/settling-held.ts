import { Modules } from "@medusajs/framework/utils"
import { settleShortageWorkflow } from "../../../src/workflows"
import {
  clearEndedHolds,
  releaseHolds,
} from "../../../src/workflows/shortage/offers/hold-units"
import {
  HELD_MINUTES,
  hold,
  inPlace,
  isLive,
  lineOf,
  linesOf,
  pendingOf,
  reservedFor,
  sell,
  settle,
  settlements,
  snapshot,
} from "../../shop/settle"
import { order, shortageOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { lackingOne } from "./settling"

const KETTLE = "KET-ST"

export function settlingHeld(shop: TestShop): void {
  const orders = () => shop.container.resolve(Modules.ORDER)

  /** An order that lacks a unit, and the last flask, which is held for it. */
  const prepared = shop.preparedOnce(async () => {
    const order_id = await lackingOne(shop)
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
  })

  it("replaces what is short by the last unit, which is held for the customer", async () => {
    const { order_id, ware, held, deed } = prepared()
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

  it("leaves alone what somebody else has begun to change, and says who", async () => {
    const { order_id, held, deed } = prepared()
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
    const again = await shop.post(settlements(order_id), {
      line_item_id,
      deed,
    })
    expect(again.body).toMatchObject({
      code: "change_open_since",
      values: { change_type: "edit" },
    })
  })

  it("leaves order and hold as they were if confirming fails", async () => {
    const { order_id, held, deed } = prepared()
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

  it("brings back nothing whose hold ended before it was undone", async () => {
    const { order_id, ware, held, deed } = prepared()
    const before = await snapshot(shop, order_id)
    jest
      .spyOn(orders(), "confirmOrderChange")
      .mockImplementationOnce(async () => {
        shop.clock.advance(HELD_MINUTES)
        await clearEndedHolds(shop.container)
        throw new Error("The disk is full")
      })

    const line_item_id = await lineOf(shop, order_id)
    await shop.post(settlements(order_id), { line_item_id, deed }).expect(400)
    expect(await snapshot(shop, order_id)).toEqual(before)
    expect(await isLive(shop, held)).toBe(false)
    // Somebody else gets the unit at once.
    await hold(shop, ware, 1)
  })

  it("holds nothing for ever whose hold ends while it is undone", async () => {
    const { order_id, ware, held, deed } = prepared()
    jest
      .spyOn(orders(), "confirmOrderChange")
      .mockRejectedValueOnce(new Error("The disk is full"))
    const inventory = shop.container.resolve(Modules.INVENTORY)
    const restore = inventory.restoreReservationItems.bind(inventory)
    jest
      .spyOn(inventory, "restoreReservationItems")
      .mockImplementationOnce(async (...restored) => {
        await releaseHolds(["shoff_test"], shop.container)
        await restore(...restored)
      })

    const line_item_id = await lineOf(shop, order_id)
    await shop.post(settlements(order_id), { line_item_id, deed }).expect(400)
    expect(await isLive(shop, held)).toBe(true)
    shop.clock.advance(1)
    await clearEndedHolds(shop.container)
    expect(await isLive(shop, held)).toBe(false)
    await hold(shop, ware, 1)
  })

  it("is settled once for each offer, and not without what was held", async () => {
    const { order_id, held, deed } = prepared()
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

    const gone = await shop.post(settlements(order_id), {
      line_item_id,
      deed,
    })
    expect(gone.body.code).toBe("hold_gone")
  })

  it("takes over nothing that is reserved for another order, or held for another customer", async () => {
    const { order_id, ware, held } = prepared()
    const [other = ""] = await order(shop, KETTLE, 1)
    const [reserved] = await reservedFor(shop, other)
    const their = await sell(shop, "THEIRS", 900, 1)
    await shop
      .post(`/admin/shortages/orders/${other}/offers`, {
        line_item_id: await lineOf(shop, other),
        units: 1,
        alternatives: [
          {
            variant_id: their.variant_id,
            location_id: their.location_id,
            quantity: 1,
            price: "listed",
          },
        ],
      })
      .expect(200)
    const [held_for_them] = await shop.container
      .resolve(Modules.INVENTORY)
      .listReservationItems({ inventory_item_id: their.inventory_item_id })
    const line_item_id = await lineOf(shop, order_id)
    for (const id of [reserved?.id ?? "", held_for_them?.id ?? ""]) {
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

  it("is done once, if two agents settle it at the same time", async () => {
    const { order_id, deed } = prepared()
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
    const { order_id, deed } = prepared()
    await settle(shop, order_id, { deed })
    for (const fields of [
      "shortage_settlement",
      "shortage_line",
      "settlement",
    ]) {
      const { body } = await shop.customer
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
