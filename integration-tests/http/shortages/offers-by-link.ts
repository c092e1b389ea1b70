import { createHash } from "node:crypto"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ensureLogin } from "../../../demo/seed/logins"
import { demoPassword } from "../../../demo/seed/people"
import { checkOut, complete } from "../../../demo/shopper/order"
import { REQUESTS_A_MINUTE } from "../../../src/api/customer-page/limit-rate"
import { sell as sellWares } from "../../shop/catalogue"
import { tasksOf } from "../../shop/place-order"
import { purchaseIn } from "../../shop/purchase"
import { lineOf, linesOf, sell as sellOne, snapshot } from "../../shop/settle"
import {
  editLine,
  order,
  shortageOf,
  stock,
  unitsShortOf,
  variantOf,
} from "../../shop/stock"
import { moneyText } from "../../../src/money"
import { moneyOfOrder } from "../../../src/shop/order-money"
import { storeName } from "../../../src/shop/store"
import { endExpiredOffers } from "../../../src/workflows/shortage/offers/end-offers"
import type { TestShop } from "../../shop/test-shop"
import { KETTLE, offering } from "./offering"

export function offersByLink(shop: TestShop): void {
  const {
    prepared,
    offersOf,
    bodyOf,
    offer,
    readOffer,
    toldOf,
    held,
    page,
    send,
  } = offering(shop)

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
    const { link, alternatives, expires_at, subject, message } = body.offer
    // As a clock in Kyiv says it, not in how many minutes.
    expect(message).toContain(`до ${timeInKyiv(expires_at)},`)
    expect(message).toMatch(/^Добрий день, Олена! /)
    expect(message).toContain("Електрочайник Alba 1.7 л, сталь немає на складі")
    const [task] = await tasksOf(shop, order_id)
    expect(subject).toMatch(
      new RegExp(`: оберіть заміну в замовленні №${task?.order_display_id}$`)
    )
    const { text } = await page(link).expect(200)
    const [, variant_id = ""] = /value="choose:(variant_\w+)"/.exec(text) ?? []
    expect(variant_id).not.toBe("")
    expect(variant_id).not.toBe(alternatives[0]?.variant_id)
    await send(link, "choose:variant_0").expect(200)
    expect(await held()).toHaveLength(1)
    await send(link, `choose:${variant_id}`).expect(303)
    const money = await moneyOfOrder(order_id, shop.container)
    const total = moneyText(money?.total ?? 0, "uah", "uk")
    expect((await page(link).expect(200)).text).toContain(
      `Ваше замовлення тепер коштує ${total}.`
    )

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
      const task = await shortageOf(shop, order_id)
      expect(task).toMatchObject({ status: task_status })
      expect(await toldOf(order_id)).toEqual([
        { change: `offer_${said}`, by_customer: true, by: null },
        { change: "offer_made", by: "Marta Savchenko" },
      ])
      const { body } = await shop
        .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
        .expect(200)
      const { data } = body.call_sheet.sections.find(
        ({ section }: { section: string }) => section === "shortage"
      )
      expect(data.agreed).toMatchObject(
        said === "notify"
          ? [{ by_customer: true, note: "<b>Синій</b>, будь ласка" }]
          : []
      )
    }
  )

  it("say when the supplier delivers, in the customer's language, beside waiting for it", async () => {
    const { order_id } = prepared()
    const { link } = await offer()
    expect((await page(link).expect(200)).text).not.toContain("Очікуємо")
    const { body } = await shop
      .get(`/admin/shortages?order_id=${order_id}`)
      .expect(200)
    const [{ inventory_item_id }] = body.shortages[0].places
    const announced = { inventory_item_id, expected_at: "2090-12-05T12:00:00Z" }
    await shop.post("/admin/shortages/announcements", announced).expect(200)

    const says = /value="notify"[^]*?Очікуємо: 5 грудня 2090 р\./
    await page(link).expect(200, says)
    await send(link, "notify").expect(303)
    await page(link).expect(200, /Очікуємо: 5 грудня 2090 р\./)
  })

  it("let the customer take the item out of the order", async () => {
    const { order_id } = prepared()
    const { id, link } = await offer()
    await send(link, "remove").expect(303)

    await page(link).expect(200, /більше немає у вашому замовленні/)
    expect(await readOffer(id)).toMatchObject({
      status: "answered",
      answer: "remove",
    })
    expect(await linesOf(shop, order_id)).toEqual([])
    expect(await held()).toEqual([])
    expect(await shortageOf(shop, order_id)).toMatchObject({
      status: "completed",
      outcome: "removed",
    })
  })

  it.each([
    ["it is canceled", "order_canceled", /Ваше замовлення скасовано/, "cancel"],
    ["it is completed", "items_sent", /вже зібрано або надіслано/, "complete"],
    ["the line is taken out of it", "order_changed", /змінили/, "edit"],
  ])(
    "end with their order, and hold nothing, when %s",
    async (_, end_reason, said, how) => {
      const { order_id } = prepared()
      const { id, link, alternatives } = await offer()
      expect(await held()).toHaveLength(1)
      if (how === "edit") {
        await editLine(shop, order_id, { quantity: 0 })
      } else {
        await shop.post(`/admin/orders/${order_id}/${how}`).expect(200)
      }
      await shop.settle()

      expect(await held()).toEqual([])
      expect(await readOffer(id)).toMatchObject({
        status: "withdrawn",
        end_reason,
        answer: null,
      })
      await page(link).expect(200, said)
      const accept = `accept:${alternatives[0]?.id}`
      await send(link, accept).expect(200, said)
    }
  )

  it.each(["the reconciler", "the customer’s answer"])(
    "end with their order although its event was lost, by %s",
    async (by) => {
      const { order_id } = prepared()
      const { id, link, alternatives } = await offer()
      await shop.container.resolve(Modules.ORDER).cancel(order_id)
      await shop.settle()
      expect(await held()).toHaveLength(1)
      if (by === "the reconciler") {
        await shop.reconcile()
      } else {
        await send(link, `accept:${alternatives[0]?.id}`).expect(
          200,
          /Ваше замовлення скасовано/
        )
      }

      expect(await held()).toEqual([])
      expect(await readOffer(id)).toMatchObject({
        status: "withdrawn",
        end_reason: "order_canceled",
      })
    }
  )

  it("are shown, with nothing else to choose, although the line is sent and nobody has said so", async () => {
    const { order_id } = prepared()
    const { link } = await offer()
    await shop.container.resolve(Modules.ORDER).registerFulfillment({
      order_id,
      items: [{ id: await lineOf(shop, order_id), quantity: 1 }],
    })
    const { text } = await page(link).expect(200)
    expect(text).toContain('value="accept:')
    expect(text).not.toContain('value="choose:')
  })

  it("bring the task back to the desk if what the customer took could not be carried out", async () => {
    const { order_id } = prepared()
    const { link, alternatives } = await offer()
    const task = await shortageOf(shop, order_id)
    await shop
      .post(`/admin/follow-ups/${task?.id}/attempts`, {
        channel: "phone",
        outcome: "no_answer",
      })
      .expect(200)
    expect(await shortageOf(shop, order_id)).toMatchObject({
      status: "waiting",
    })
    await shop.post("/admin/order-edits", { order_id }).expect(200)
    await send(link, `accept:${alternatives[0]?.id}`).expect(
      200,
      /Зараз це не вдалося/
    )
    expect(await shortageOf(shop, order_id)).toMatchObject({ status: "open" })
  })

  const askByMessage = async (order_id: string): Promise<void> => {
    const task = await shortageOf(shop, order_id)
    const sent = { channel: "sms", outcome: "message_sent" }
    await shop.post(`/admin/follow-ups/${task?.id}/attempts`, sent).expect(200)
    expect(await statusesOf(order_id)).toEqual(["waiting", "waiting"])
  }

  const statusesOf = async (order_id: string) =>
    (await tasksOf(shop, order_id)).map(({ status }) => status)

  it("bring back the call that waits for the answer once their time is over, also if it was busy then", async () => {
    const { order_id } = prepared()
    const { id } = await offer()
    await askByMessage(order_id)
    shop.clock.advance(21)
    const pool = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await pool.transaction(async (lock: typeof pool) => {
      await lock.raw("select from follow_up_task for update")
      await endExpiredOffers(shop.container)
    })
    expect(await readOffer(id)).toMatchObject({ status: "open" })
    expect(await statusesOf(order_id)).toEqual(["waiting", "waiting"])

    await shop.tick()
    expect(await readOffer(id)).toMatchObject({ status: "expired" })
    expect(await statusesOf(order_id)).toEqual(["open", "open"])
    const task = await shortageOf(shop, order_id)
    const { body } = await shop.get(`/admin/follow-ups/${task?.id}`).expect(200)
    expect(body.activities.slice(0, 2)).toMatchObject([
      { kind: "updated", actor: null, data: { change: "offer_expired" } },
      { kind: "resumed", actor: null, data: { no_reply: true } },
    ])
  })

  it("bring back what else the call is about once their line is taken out of the order", async () => {
    const { order_id } = prepared()
    await offer()
    await askByMessage(order_id)
    await editLine(shop, order_id, { quantity: 0 })
    await shop.settle()
    expect((await statusesOf(order_id)).sort()).toEqual(["canceled", "open"])
  })

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

  it("have the desk tell a customer who waits that it is back although the order lacks something else, or if it is there already", async () => {
    const { ware } = prepared()
    const lamp = await sellOne(shop, "LAMP", 900, 1)
    const wanted = [await variantOf(shop, KETTLE), lamp.variant_id]
    const { id: order_id } = await complete(
      await checkOut({
        ...purchaseIn(shop),
        basket: wanted.map((variant_id) => ({
          variant_id,
          title: "ware",
          quantity: 1,
        })),
      })
    )
    await stock(shop, "LAMP", 0)
    await shop.settle()
    const lines = await linesOf(shop, order_id)
    const linkFor = async (isMeant: (title: string) => boolean) => {
      const { body } = await shop
        .post(offersOf(order_id), {
          ...(await bodyOf(order_id, ware)),
          line_item_id: lines.find(({ title }) => isMeant(title))?.id,
        })
        .expect(200)
      return body.offer.link
    }
    const told = async () => {
      await shop.settle()
      return (await tasksOf(shop, order_id)).flatMap(
        ({ status, data, opened_at }) =>
          status === "open" && data.is_back === true ? [opened_at] : []
      )
    }
    const isLamp = (title: string) => title === "Ware LAMP"
    await send(await linkFor((title) => !isLamp(title)), "notify").expect(303)
    expect(await told()).toEqual([])
    await stock(shop, KETTLE, 5)
    expect(await told()).toHaveLength(1)
    expect(await unitsShortOf(shop, [order_id])).toEqual([1])

    const link = await linkFor(isLamp)
    await stock(shop, "LAMP", 5)
    await shop.settle()
    shop.clock.advance(10)
    await send(link, "notify").expect(303)
    await shop.tick()
    const opened = await told()
    expect(opened).toHaveLength(2)
    expect(opened).toContain(shop.clock.now().toISOString())
  })

  it("have the desk tell a customer that it is there already, also if that was busy when they answered", async () => {
    const { order_id } = prepared()
    const { id, link } = await offer()
    await stock(shop, KETTLE, 5)
    await shop.settle()
    const pool = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await pool.transaction(async (lock: typeof pool) => {
      await lock.raw("select from shortage_order for update")
      await send(link, "notify").expect(303)
    })
    expect(await readOffer(id)).toMatchObject({ answer: "notify" })

    shop.clock.advance(3)
    await shop.reconcile()
    expect(await tasksOf(shop, order_id)).toContainEqual(
      expect.objectContaining({ status: "open", data: { is_back: true } })
    )
  })

  it("are read over the store API with the link only, and nowhere else", async () => {
    const { order_id } = prepared()
    const { link, alternatives } = await offer()
    const token = new URL(link ?? "").pathname.split("/").at(-1) ?? ""
    const store = (path: string) =>
      shop.customer
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
    // Nor what an account reads of itself.
    const account = await accountOf(shop, order_id)
    const me = "/store/customers/me"
    const { email, id } = (await account(me).expect(200)).body.customer
    expect(email).toBe("olena@mail.example")
    for (const fields of [
      "*follow_up_task",
      "+follow_up_task.*",
      "*follow_up_tasks",
      "+follow_up_tasks.*",
      "+orders.follow_up_task.*",
      "+orders.follow_up_tasks.*",
      "*shortage_offers",
      "+orders.shortage_offers.*",
    ]) {
      const read = await account(`${me}?fields=id,${fields}`).expect(200)
      expect([fields, read.body]).toEqual([fields, { customer: { id } }])
    }
    await shop.customer.get(`/store/offers/${token}`).expect(400)

    const refused = await shop.customer
      .post(`/store/offers/${token}`)
      .set("x-publishable-api-key", shop.wares.publishable_key)
      .send({ answer: "refuse" })
      .expect(200)
    expect(refused.body.offer).toMatchObject({ status: "answered" })
    const shop_name = await storeName(shop.container)
    const bad = () => page(`${link?.slice(0, -1)}_`)
    for (const [accepted, said, done] of [
      ["en", "This link is not valid", "open it again from our message"],
      ["uk-UA,uk;q=0.9,en;q=0.8", "Це посилання недійсне", "Відкрийте його"],
      ["de,bg;q=0.5", "Тази връзка е невалидна", "Отворете я отново"],
    ] as const) {
      const { text } = await bad().set("Accept-Language", accepted).expect(404)
      expect(text).toContain(`<h1>${said}</h1>`)
      expect(text).toContain(`<title>${said} · ${shop_name}</title>`)
      expect(text).toContain(done)
    }
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
    for (let times = 0; times < REQUESTS_A_MINUTE; times++) {
      await page(`${link}x`).expect(404)
    }
    const limited = await page(link).expect(429)
    expect(Number(limited.get("Retry-After"))).toBeGreaterThan(0)
    shop.moveCustomer()
    await page(link).expect(200)
  })
}

/** What the customer of an order reads once they have an account. */
async function accountOf(shop: TestShop, order_id: string) {
  const { customer_id, email } = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id)
  await shop.container.resolve(Modules.AUTH).updateAuthIdentities({
    id: await ensureLogin(shop.container, email ?? ""),
    app_metadata: { customer_id },
  })
  const { body } = await shop.customer
    .post("/auth/customer/emailpass")
    .send({ email, password: demoPassword })
    .expect(200)
  return (path: string) =>
    shop.customer
      .get(path)
      .set("Authorization", `Bearer ${body.token}`)
      .set("x-publishable-api-key", shop.wares.publishable_key)
}

const timeInKyiv = (at: string): string =>
  new Intl.DateTimeFormat("uk", {
    timeZone: "Europe/Kyiv",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at))
