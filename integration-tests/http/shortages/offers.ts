import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { settleShortageWorkflow } from "../../../src/workflows"
import { heldUp } from "../../shop/held-up"
import { taskOf } from "../../shop/place-order"
import { lineOf, linesOf, settlements, snapshot } from "../../shop/settle"
import { shortageOf, stock, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { KETTLE, offering, type Ware } from "./offering"

export function offers(shop: TestShop): void {
  const {
    prepared,
    shortage,
    offersOf,
    bodyOf,
    offer,
    answer,
    readOffer,
    held,
    toldOf,
    buyTheLast,
    page,
    send,
  } = offering(shop)

  const prolong = (id: string) =>
    shop.post(`/admin/shortages/offers/${id}/prolong`)

  it("hold the units, leave the order alone, and replace the line once the customer agrees on the phone", async () => {
    const { order_id } = prepared()
    const before = await snapshot(shop, order_id)
    const made = await offer("listed")

    expect(made).toMatchObject({
      status: "open",
      ordered: 1,
      units: 1,
      alternatives: [
        {
          title: "Ware LAST",
          unit_price: 3_000,
          difference: 3_000 - made.unit_price,
        },
      ],
    })
    expect(await held()).toHaveLength(1)
    expect(await snapshot(shop, order_id)).toEqual(before)

    const { body } = await answer(made.id, {
      answer: "accept",
      alternative_id: made.alternatives[0]?.id,
    }).expect(200)
    expect(body.offer).toMatchObject({
      status: "answered",
      answer: "accept",
      answered_via: "phone",
      answered_by: shop.agent().id,
      title: made.title,
    })
    expect(await linesOf(shop, order_id)).toMatchObject([
      { title: "Ware LAST", quantity: 1, unit_price: 3_000 },
    ])
    expect(await held()).toEqual([])
    expect(await shortageOf(shop, order_id)).toMatchObject({
      status: "completed",
      outcome: "replaced",
    })
    const answers = await shortage().answersFor(await variantOf(shop, KETTLE))
    expect(answers.get(prepared().ware.variant_id)).toEqual({
      accepted: 1,
      refused: 0,
    })
    const listed = await shop.get(offersOf(order_id)).expect(200)
    expect(listed.body.offers).toMatchObject([{ id: made.id, link: null }])
  })

  it("are not settled from under whoever is calling the customer, without knowing it", async () => {
    const { order_id } = prepared()
    const { id: task_id } = await taskOf(shop, order_id)
    const [olena, petro] = [shop.agent(0), shop.agent(1)]
    await shop
      .post(`/admin/follow-ups/${task_id}/calling`, {}, olena)
      .expect(200)
    const before = await snapshot(shop, order_id)
    const { id } = await offer("listed")
    const line_item_id = await lineOf(shop, order_id)
    for (const [path, body] of [
      [`/admin/shortages/offers/${id}/answer`, { answer: "refuse" }],
      [
        settlements(order_id),
        { line_item_id, deed: { kind: "remove", units: 1 } },
      ],
      [`/admin/shortages/orders/${order_id}/refund`, { amount: 1 }],
    ] as const) {
      const refused = await shop.post(path, body, petro).expect(400)
      expect(refused.body).toMatchObject({
        code: "being_called",
        values: { assignee: olena.name },
      })
    }
    expect(await snapshot(shop, order_id)).toEqual(before)
    await shop
      .post(
        `/admin/shortages/offers/${id}/answer`,
        { answer: "refuse", despite_call: true },
        petro
      )
      .expect(200)
  })

  it("cost no more than what they replace, unless that was chosen", async () => {
    const made = await offer()
    const [alternative] = made.alternatives

    expect(alternative).toMatchObject({
      unit_price: made.unit_price,
      listed_unit_price: 3_000,
      difference: 0,
    })
  })

  it("are made one at a time for a line, and end when they are withdrawn", async () => {
    const { order_id, ware } = prepared()
    const [one, other] = await Promise.all(
      [1, 2].map(
        async () =>
          await shop.post(offersOf(order_id), await bodyOf(order_id, ware))
      )
    )
    expect([one?.status, other?.status].sort()).toEqual([200, 400])
    const refused = one?.status === 400 ? one : other
    expect(refused?.body.code).toBe("offer_open")
    expect(await held()).toHaveLength(1)

    const { id } = (one?.status === 200 ? one : other)?.body.offer ?? {}
    await shop.post(`/admin/shortages/offers/${id}/withdraw`).expect(200)
    expect(await held()).toEqual([])
    const again = await answer(id, { answer: "refuse" }).expect(400)
    expect(again.body).toMatchObject({
      code: "offer_closed",
      values: { status: "withdrawn" },
    })
    expect(await offer()).toMatchObject({ status: "open" })
    const by = "Marta Savchenko"
    expect(await toldOf(order_id)).toEqual([
      { change: "offer_made", by },
      { change: "offer_withdrawn", by },
      { change: "offer_made", by },
    ])
  })

  it("name what is wrong with them, and hold nothing", async () => {
    const { order_id, ware } = prepared()
    const right = await bodyOf(order_id, ware)
    const [alternative] = right.alternatives
    const kettle = await variantOf(shop, KETTLE)
    for (const [wrong, status, code] of [
      [{ line_item_id: "ordli_0" }, 404, "line_not_found"],
      [{ units: 2 }, 400, "too_many_units"],
      [{ alternatives: [] }, 400, "too_few"],
      [
        { alternatives: [{ ...alternative, variant_id: kettle }] },
        400,
        "variant_not_sold",
      ],
      [
        { alternatives: [{ ...alternative, variant_id: "variant_0" }] },
        400,
        "variant_not_sold",
      ],
      [{ alternatives: [{ ...alternative, quantity: 2 }] }, 400, "units_gone"],
      [{ alternatives: [alternative, alternative] }, 400, "units_gone"],
    ] as const) {
      const { body } = await shop
        .post(offersOf(order_id), { ...right, ...wrong })
        .expect(status)
      expect(body.code).toBe(code)
    }
    expect(await held()).toEqual([])
    expect(await offer()).toMatchObject({ status: "open" })
  })

  it("end when their time is over; the last unit is then anybody's, and the link says that it is gone", async () => {
    const { order_id } = prepared()
    const before = await snapshot(shop, order_id)
    const { id, link, alternatives } = await offer()
    await expect(buyTheLast()).rejects.toThrow()

    shop.clock.advance(21)
    await shop.tick()
    await buyTheLast()
    const accept = `accept:${alternatives[0]?.id}`
    await send(link, accept).expect(200, /Ця пропозиція вже не діє/)
    await page(`${link}?lang=en`).expect(200)
    const refused = await answer(id, {
      answer: "accept",
      alternative_id: alternatives[0]?.id,
    }).expect(400)
    expect(refused.body).toMatchObject({
      code: "offer_closed",
      values: { status: "expired" },
    })
    expect(await snapshot(shop, order_id)).toEqual(before)
    expect((await toldOf(order_id))[0]).toEqual({
      change: "offer_expired",
      by: null,
    })
  })

  it("stand, and hold the units, for as long again while the customer makes up their mind, and no longer than a day in all", async () => {
    const { id, expires_at } = await offer()
    shop.clock.advance(15)
    const { body } = await prolong(id).expect(200)
    const longer = Date.parse(body.offer.expires_at) - Date.parse(expires_at)
    expect(Math.round(longer / 60_000)).toBe(15)
    shop.clock.advance(15)
    await shop.tick()
    expect(await readOffer(id)).toMatchObject({ status: "open" })
    expect(await held()).toHaveLength(1)

    const pool = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const age = async (minutes: number) =>
      await pool.raw(
        `update shortage_offer
            set created_at = created_at - ? * interval '1 minute'
          where id = ?`,
        [minutes, id]
      )
    await age(1_440)
    expect((await prolong(id).expect(400)).body).toMatchObject({
      code: "offer_held_longest",
      values: { minutes: 1_440 },
    })
    await age(-1_440)
    shop.clock.advance(6)
    const over = await prolong(id).expect(400)
    expect(over.body).toMatchObject({
      code: "offer_closed",
      values: { status: "expired" },
    })
    await shop.tick()
    expect(await held()).toEqual([])
    await prolong(id).expect(400)
    await prolong("shoff_0").expect(404)

    const again = await offer()
    await shortage().endHolds([again.id], shop.clock.now())
    expect((await prolong(again.id).expect(400)).body.code).toBe("hold_gone")
  })

  it("change nothing if what was held is gone, or the order is being changed by somebody else", async () => {
    const { order_id } = prepared()
    const { id, link, alternatives } = await offer()
    const accept = { answer: "accept", alternative_id: alternatives[0]?.id }
    await shop.post("/admin/order-edits", { order_id }).expect(200)
    const before = await snapshot(shop, order_id)
    const changed = await answer(id, accept).expect(400)
    expect(changed.body.code).toMatch(/^change_open/)
    await send(link, `accept:${accept.alternative_id}`).expect(
      200,
      /Зараз це не вдалося/
    )
    expect(await held()).toHaveLength(1)
    await shop.delete(`/admin/order-edits/${order_id}`).expect(200)

    const [reservation] = await held()
    await shop.delete(`/admin/reservations/${reservation?.id}`).expect(200)
    const gone = await answer(id, accept).expect(400)
    expect(gone.body.code).toBe("units_gone")
    expect(await readOffer(id)).toMatchObject({ status: "open", answer: null })
    expect((await snapshot(shop, order_id)).lines).toEqual(before.lines)
  })

  it("may name a variant twice, of which the answer counts once", async () => {
    const { order_id, ware } = prepared()
    await stock(shop, "LAST", 2)
    const { alternatives, ...body } = await bodyOf(order_id, ware)
    const made = await shop
      .post(offersOf(order_id), {
        ...body,
        alternatives: [...alternatives, ...alternatives],
      })
      .expect(200)
    await answer(made.body.offer.id, { answer: "refuse" }).expect(200)
    const answers = await shortage().answersFor(await variantOf(shop, KETTLE))
    expect(answers.get(ware.variant_id)).toEqual({ accepted: 0, refused: 1 })
  })

  it("keep their units for as long as they are open, also when carrying out an answer has failed", async () => {
    const { order_id } = prepared()
    const { id, alternatives } = await offer()
    const accept = { answer: "accept", alternative_id: alternatives[0]?.id }
    await shop.post("/admin/order-edits", { order_id }).expect(200)
    await answer(id, accept).expect(400)
    await shop.delete(`/admin/order-edits/${order_id}`).expect(200)

    shop.clock.advance(10)
    await shop.tick()
    expect(await held()).toHaveLength(1)
    await answer(id, accept).expect(200)
    expect(await linesOf(shop, order_id)).toMatchObject([
      { title: "Ware LAST" },
    ])
  })

  it("hold nothing from the next tick on, if the process was killed after they ended", async () => {
    const { id } = await offer()
    await shortage().withdrawOffer(id, shop.clock.now())
    expect(await held()).toHaveLength(1)
    await Promise.all([shop.tick(), shop.tick()])

    expect(await held()).toEqual([])
  })

  it.each(["before", "after"])(
    "are carried out once although the process was killed %s the order was changed",
    async (when) => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer("listed")
      const [alternative] = alternatives
      const now = shop.clock.now()
      await shortage().answerOffer(
        {
          offer_id: id,
          answer: "accept",
          via: "link",
          alternative_id: alternative?.id ?? null,
          note: null,
          actor_id: null,
        },
        now,
        new Date(now.getTime() + 600_000)
      )
      if (when === "after") {
        const [reservation] = await held()
        await settleWithOffer(shop, order_id, id, {
          ...prepared().ware,
          reservation_id: reservation?.id ?? "",
        })
      }
      shop.clock.advance(3)
      await shop.reconcile()
      await shop.reconcile()

      expect(await readOffer(id)).toMatchObject({ status: "answered" })
      expect(await linesOf(shop, order_id)).toMatchObject([
        { title: "Ware LAST", quantity: 1 },
      ])
      expect(await held()).toEqual([])
    }
  )

  it.each(["waits for it", "takes its place, and fails"])(
    "are answered once although carrying it out takes long, and another instance %s",
    async (which) => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer("listed")
      const slow = heldUp(shortage(), "beginSettlement")
      const first = answer(id, {
        answer: "accept",
        alternative_id: alternatives[0]?.id,
      }).then((answered) => answered)
      await slow.reached
      if (which !== "waits for it") {
        // Locks are kept by each instance unless Redis keeps them.
        await shop.container.resolve(Modules.LOCKING).releaseAll()
        const [reservation] = await held()
        await shop.delete(`/admin/reservations/${reservation?.id}`).expect(200)
      }
      shop.clock.advance(3)
      await shop.reconcile()
      const second = await answer(id, { answer: "refuse" })
      slow.goOn()
      const { status, body } = await first

      const [settlement] = await shortage().readSettlements([order_id])
      if (which === "waits for it") {
        expect([status, second.status]).toEqual([200, 400])
        expect(second.body.code).toBe("offer_closed")
        expect(settlement).toMatchObject({ state: "done", offer_id: id })
        expect(await readOffer(id)).toMatchObject({
          status: "answered",
          answer: "accept",
        })
      } else {
        expect([status, second.status]).toEqual([400, 200])
        expect(body.code).toBe("answer_overtaken")
        expect(settlement).toBeUndefined()
        expect(await readOffer(id)).toMatchObject({ answer: "refuse" })
        expect(await linesOf(shop, order_id)).toHaveLength(1)
      }
    }
  )

  it("have no answer carried out that was taken back, once another was given", async () => {
    const { order_id } = prepared()
    const { id } = await offer("listed")
    const remove = async (at: Date) =>
      await shortage().answerOffer(
        {
          offer_id: id,
          answer: "remove",
          via: "phone",
          alternative_id: null,
          note: null,
          actor_id: null,
        },
        at,
        at
      )
    const first = shop.clock.now()
    await remove(first)
    await shortage().reopenOffer({ id, answered_at: first }, first)
    const second = new Date(first.getTime() + 1_000)
    await remove(second)

    await expect(
      settleShortageWorkflow(shop.container).run({
        input: {
          order_id,
          line_item_id: await lineOf(shop, order_id),
          actor_id: null,
          offer_id: id,
          answered_at: first,
          deed: { kind: "remove", units: 1 },
        },
      })
    ).rejects.toMatchObject({ code: "answer_overtaken" })
    const takenBack = { id, answered_at: first }
    expect(await shortage().reopenOffer(takenBack, second)).toBe(false)
    expect(await readOffer(id)).toMatchObject({
      status: "settling",
      answered_at: second,
    })
    expect(await shortage().readSettlements([order_id])).toEqual([])
  })

  it("stay answered while the answer is carried out elsewhere", async () => {
    const { order_id } = prepared()
    const { id, alternatives } = await offer("listed")
    // Taken over by another instance, as if this one had been killed.
    const slow = heldUp(
      shop.container.resolve(Modules.ORDER),
      "createOrderChange"
    )
    const first = answer(id, {
      answer: "accept",
      alternative_id: alternatives[0]?.id,
    }).then((answered) => answered)
    await slow.reached
    shop.clock.advance(2)
    await shortage().takeUnfinished(shop.clock.now(), 1, shop.clock.now())
    slow.goOn()

    expect((await first).body.code).toBe("settlement_unfinished")
    expect(await readOffer(id)).toMatchObject({
      status: "settling",
      answer: "accept",
    })
    for (let nth = 0; nth < 2; nth++) {
      shop.clock.advance(3)
      await shop.tick()
      await shop.reconcile()
    }
    expect(await readOffer(id)).toMatchObject({ status: "answered" })
    expect(await linesOf(shop, order_id)).toMatchObject([
      { title: "Ware LAST", quantity: 1 },
    ])
    expect(await held()).toEqual([])
  })

  it("keep what the customer refused, and that they were spoken to, although the process was killed", async () => {
    const { order_id, ware } = prepared()
    const { id } = await offer("listed")
    const now = shop.clock.now()
    await shortage().answerOffer(
      {
        offer_id: id,
        answer: "refuse",
        via: "phone",
        alternative_id: null,
        note: null,
        actor_id: shop.agent().id,
      },
      now,
      now
    )
    shop.clock.advance(3)
    await shop.reconcile()
    shop.clock.advance(3)
    await shop.reconcile()

    expect(await readOffer(id)).toMatchObject({ status: "answered" })
    expect(await held()).toEqual([])
    expect(await shortageOf(shop, order_id)).toMatchObject({
      status: "open",
      attempt_count: 1,
    })
    const answers = await shortage().answersFor(await variantOf(shop, KETTLE))
    expect(answers.get(ware.variant_id)).toEqual({ accepted: 0, refused: 1 })
  })
}

async function settleWithOffer(
  shop: TestShop,
  order_id: string,
  offer_id: string,
  ware: Ware & { reservation_id: string }
): Promise<void> {
  await settleShortageWorkflow(shop.container).run({
    input: {
      order_id,
      line_item_id: await lineOf(shop, order_id),
      actor_id: null,
      offer_id,
      deed: {
        kind: "replace",
        units: 1,
        by: [
          {
            variant_id: ware.variant_id,
            location_id: ware.location_id,
            quantity: 1,
            unit_price: 3_000,
            hold_reservation_ids: [ware.reservation_id],
          },
        ],
      },
    },
  })
}
