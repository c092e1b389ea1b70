import { createHash } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import request from "supertest"
import type { AdminShortageOffer } from "../../../src/api/admin/shortages/types"
import { REQUESTS_A_MINUTE } from "../../../src/api/customer-page/limit-rate"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { settleShortageWorkflow } from "../../../src/workflows"
import { sell as sellWares } from "../../shop/catalogue"
import { placeOrder, tasksOf } from "../../shop/place-order"
import { lineOf, linesOf, sell, snapshot } from "../../shop/settle"
import { order, shortageOf, stock, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"

type Ware = Awaited<ReturnType<typeof sell>>

export function offers(shop: TestShop): void {
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
    return request(shop.url).get(pathname).redirects(0)
  }

  const send = (link: string | null, choice: string, note = "") => {
    const { pathname } = new URL(link ?? "")
    return request(shop.url)
      .post(pathname)
      .redirects(0)
      .type("form")
      .send({ choice, note })
  }

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

  it("are answered by a link, once, without a key and without a script", async () => {
    const { order_id } = prepared()
    const { link, alternatives } = await offer()
    const shown = await page(link).expect(200)
    expect(shown.text).toContain('<html lang="uk">')
    expect(shown.text).toContain("Ware LAST")
    expect(shown.text).not.toContain("<script")
    expect(shown.get("Content-Security-Policy")).toContain("default-src 'none'")
    const [, style = ""] = /<style>([^<]*)<\/style>/.exec(shown.text) ?? []
    const hash = createHash("sha256").update(style).digest("base64")
    expect(shown.get("Content-Security-Policy")).toContain(
      `style-src 'sha256-${hash}'`
    )
    expect(shown.get("Referrer-Policy")).toBe("no-referrer")
    expect(shown.get("Cache-Control")).toBe("no-store")

    await send(link, "").expect(200, /Оберіть, будь ласка, відповідь/)
    const accept = `accept:${alternatives[0]?.id}`
    const sent = await Promise.all([
      send(link, accept),
      send(link, accept),
      send(link, "remove"),
    ])
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 303])
    expect((await page(link).expect(200)).text).not.toContain("<form")
    await send(link, "remove").expect(200)
    const lines = await linesOf(shop, order_id)
    const taken = sent[2]?.status === 303 ? [] : [{ title: "Ware LAST" }]
    expect(lines).toMatchObject(taken)
    expect(await held()).toEqual([])
  })

  it("let the customer choose another by the link, which is then held and sent", async () => {
    const wares = [
      { sku: "OUT", title: "Електрочайник Alba 1.7 л, сталь", uah: 1_199 },
      { sku: "STEEL", title: "Електрочайник Boro 1.7 л, сталь", uah: 1_249 },
    ]
    await sellWares(
      shop,
      wares.map((ware) => ({ ...ware, stock: ware.sku === "OUT" ? 0 : 14 }))
    )
    await shop.settle()
    const [order_id = ""] = await order(shop, "OUT", 1)
    const { body } = await shop
      .post(offersOf(order_id), await bodyOf(order_id, prepared().ware))
      .expect(200)
    const { link, alternatives } = body.offer
    const { text } = await page(link).expect(200)
    const [, variant_id = ""] = /value="choose:(variant_\w+)"/.exec(text) ?? []
    expect(variant_id).not.toBe("")
    expect(variant_id).not.toBe(alternatives[0]?.variant_id)
    await send(link, "choose:variant_0").expect(200)
    expect(await held()).toHaveLength(1)
    await send(link, `choose:${variant_id}`).expect(303)

    const { items } = await shop.container
      .resolve(Modules.ORDER)
      .retrieveOrder(order_id, { relations: ["items"] })
    expect(
      items?.map((item) => [item.variant_id, Number(item.quantity)])
    ).toEqual([[variant_id, 1]])
    expect(await held()).toEqual([])
  })

  it.each([
    ["refuse", "answered", "open"],
    ["another", "answered", "open"],
    ["notify", "answered", "completed"],
  ])(
    "leave the order as it is when the customer says: %s",
    async (said, status, task_status) => {
      const { order_id } = prepared()
      const before = await snapshot(shop, order_id)
      const { id, link } = await offer()
      await send(link, said, "<b>Синій</b>, будь ласка").expect(303)

      expect(await readOffer(id)).toMatchObject({
        status,
        answer: said,
        answered_via: "link",
        note: "<b>Синій</b>, будь ласка",
      })
      expect(await snapshot(shop, order_id)).toEqual(before)
      expect(await held()).toEqual([])
      expect(await shortageOf(shop, order_id)).toMatchObject({
        status: task_status,
      })
    }
  )

  it("have the desk tell a customer who waits that it is back, once", async () => {
    const { order_id } = prepared()
    const { link } = await offer()
    await send(link, "notify").expect(303)
    expect(await shortageOf(shop, order_id)).toMatchObject({ outcome: "waits" })

    await stock(shop, KETTLE, 5)
    await shop.settle()
    await stock(shop, KETTLE, 6)
    await shop.reconcile()
    const tasks = (await tasksOf(shop, order_id)).filter(
      ({ status, data }) => status === "open" && data.is_back === true
    )
    expect(tasks).toMatchObject([{ type: "resolve_shortage" }])
    const { body } = await shop
      .get(`/admin/follow-ups/${tasks[0]?.id}/call-sheet?locale=uk`)
      .expect(200)
    expect(JSON.stringify(body.call_sheet.tasks)).toContain("знову є на складі")
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
        now
      )
      await shortage().prolongHolds(id, new Date(now.getTime() + 600_000))
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

  it("are read over the store API with the link only, and nowhere else", async () => {
    const { order_id } = prepared()
    const { link, alternatives } = await offer()
    const token = new URL(link ?? "").pathname.split("/").at(-1) ?? ""
    const store = (path: string) =>
      request(shop.url)
        .get(path)
        .set("x-publishable-api-key", shop.wares.publishable_key)
    const { body } = await store(`/store/offers/${token}`).expect(200)
    expect(body.offer).toMatchObject({
      status: "open",
      alternatives: [{ id: alternatives[0]?.id, difference: 0 }],
    })
    expect(JSON.stringify(body)).not.toMatch(/olena|380|location|hold/i)

    for (const [path, status] of [
      [`/store/offers/${token.slice(0, -1)}x`, 404],
      [`/store/offers/${token.split(".")[0]}`, 404],
      [`/store/offers/${token}?fields=*order`, 400],
    ] as const) {
      const answered = await store(path)
      expect([path, answered.status]).toEqual([path, status])
    }
    // Medusa leaves out what it does not know.
    for (const field of [
      "shortage_offers",
      "shortage_offer",
      "shortage_holds",
      "shortage_lines",
      "follow_up_tasks",
      "follow_up_task",
    ]) {
      const { text } = await store(
        `/store/orders/${order_id}?fields=id,*${field},*items.${field},*items.variant.${field}`
      )
      expect(text).not.toMatch(/shoff_|shhold_|shline_|shalt_|futask_|link_id/)
    }
    await request(shop.url).get(`/store/offers/${token}`).expect(400)

    const refused = await request(shop.url)
      .post(`/store/offers/${token}`)
      .set("x-publishable-api-key", shop.wares.publishable_key)
      .send({ answer: "refuse" })
      .expect(200)
    expect(refused.body.offer).toMatchObject({ status: "answered" })
    await page(`${link?.slice(0, -1)}_`).expect(
      404,
      /Такої пропозиції немає|There is no such offer/
    )
  })

  it("show what people have typed as text", async () => {
    const { ware } = prepared()
    const [variant] = await shop.container
      .resolve(Modules.PRODUCT)
      .listProductVariants({ id: ware.variant_id })
    await shop.container
      .resolve(Modules.PRODUCT)
      .updateProducts(variant?.product_id ?? "", {
        title: `<img src=x onerror="alert(1)">`,
      })
    const { link } = await offer()
    const { text } = await page(link).expect(200)

    expect(text).toContain("&#60;img src=x onerror=&#34;alert(1)&#34;&#62;")
    expect(text).not.toContain("<img src=x")
  })

  it("are shown to an address that asks too often no more than so many times a minute", async () => {
    const { link } = await offer()
    const ask = () => page(link).set("X-Forwarded-For", "203.0.113.7")
    for (let times = 0; times < REQUESTS_A_MINUTE; times++) {
      await ask().expect(200)
    }
    const limited = await ask().expect(429)
    expect(Number(limited.get("Retry-After"))).toBeGreaterThan(0)
    await page(link).set("X-Forwarded-For", "203.0.113.8").expect(200)
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
