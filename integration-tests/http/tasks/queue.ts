import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { z } from "@medusajs/framework/zod"
import request from "supertest"
import { placeOrder, taskOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import type { TestShop } from "../../shop/test-shop"

/** What Node.js tells of each request that a server in this process gets. */
const Received = z.object({
  request: z.object({ method: z.string(), url: z.string() }),
})

export function queue(shop: TestShop): void {
  const find = async (query: string) => {
    const { body } = await shop.get(`/admin/follow-ups?${query}`).expect(200)
    return body
  }
  const orderIds = async (query: string): Promise<string[]> =>
    (await find(query)).follow_ups.map(
      ({ order_id }: { order_id: string }) => order_id
    )
  const placed = async (...who: Parameters<typeof placeOrder>[1][]) => {
    const ids: string[] = []
    for (const [nth, shopper] of who.entries()) {
      const { id } = await placeOrder(shop, {
        ...(nth > 0 && somebody(nth)),
        ...shopper,
      })
      await taskOf(
        shop,
        id,
        shopper && "phone" in shopper && !shopper.phone
          ? "complete_contact"
          : "confirm_order"
      )
      ids.push(id)
    }
    return ids
  }

  it("is closed to whoever is not signed in", async () => {
    await request(shop.url).get("/admin/follow-ups").expect(401)
  })

  it("has on top what runs out first, and pages through the rest", async () => {
    const ids = await placed({}, {}, {})

    expect(await orderIds("tab=now")).toEqual(ids)
    expect(await orderIds("order=-opened_at")).toEqual([...ids].reverse())
    const page = await find("tab=now&limit=1&offset=1")
    expect(page).toMatchObject({ count: 3, limit: 1, offset: 1 })
    expect(page.follow_ups[0].order_id).toBe(ids[1])
    expect(Date.parse(page.now)).not.toBeNaN()
  })

  it("narrows by status, type, person, order, lateness and due time", async () => {
    const [first = "", second = "", noPhone = ""] = await placed(
      {},
      {},
      { phone: undefined }
    )
    const task = await taskOf(shop, first)
    await shop.post(`/admin/follow-ups/${task.id}/claim`).expect(200)

    expect(await orderIds("type=complete_contact")).toEqual([noPhone])
    expect(await orderIds("assignee_id=me")).toEqual([first])
    expect(await orderIds(`assignee_id=${shop.agent().id}`)).toEqual([first])
    expect(await orderIds("assignee_id=nobody&type=confirm_order")).toEqual([
      second,
    ])
    expect(await orderIds("tab=mine")).toEqual([first])
    expect(await orderIds(`order_id=${second}`)).toEqual([second])
    expect(await orderIds("status=completed&status=canceled")).toEqual([])
    const [known] = (await find(`order_id=${first}`)).follow_ups
    expect(await orderIds(`customer_id=${known.customer_id}`)).toContain(first)

    const [last] = (await find(`order_id=${second}`)).follow_ups
    shop.clock.set(new Date(Date.parse(last.response_limit_at) + 1))
    expect(await orderIds("late=true&type=confirm_order")).toEqual([
      first,
      second,
    ])
    expect(await orderIds("late=false")).toEqual([noPhone])
    const due = encodeURIComponent(known.due_at)
    expect(await orderIds(`due_before=${due}`)).toEqual([])
  })

  it("finds by order number, name, e-mail and digits of the number", async () => {
    const [olena, petro] = await placed(
      {},
      {
        email: "petro.bondar@post.example",
        first_name: "Петро",
        last_name: "О'Бондар-Мельник",
        phone: "+359 88 812 3456",
      }
    )
    const { display_id } = (
      await shop.get(`/admin/orders/${petro}`).expect(200)
    ).body.order
    const search = (text: string) => orderIds(`q=${encodeURIComponent(text)}`)

    expect(await search(`#${display_id}`)).toEqual([petro])
    expect(await search("коВАЛ")).toEqual([olena])
    expect(await search("о'бонд")).toEqual([petro])
    expect(await search("petro.bon")).toEqual([petro])
    expect(await search("+380 (67) 123-45")).toEqual([olena])
    expect(await search("0888")).toEqual([petro])
    expect(await search("8812345")).toEqual([petro])
    expect(await search("ковал петро")).toEqual([])
    expect(await search("'")).toEqual([])
  })

  it("is searched with the filters in a body, so that no address holds a word of it", async () => {
    const [olena, noPhone] = await placed({}, { phone: undefined })
    const received: string[] = []
    const listen = (message: unknown) => {
      const { request } = Received.parse(message)
      received.push(`${request.method} ${request.url}`)
    }
    subscribe("http.server.request.start", listen)
    const search = async (body: object) => {
      const path = "/admin/follow-ups/search"
      const answer = await shop.post(path, body).expect(200)
      return answer.body.follow_ups.map(
        ({ order_id }: { order_id: string }) => order_id
      )
    }
    try {
      expect(await search({ q: "tel:+380 67 123–45–67" })).toEqual([olena])
      expect(await search({ q: "Олена (067) 123-45-67" })).toEqual([olena])
      expect(await search({ q: "коваленкo", tab: "now" })).toEqual([
        olena,
        noPhone,
      ])
      expect(
        await search({ type: ["complete_contact"], late: false, limit: 1 })
      ).toEqual([noPhone])
    } finally {
      unsubscribe("http.server.request.start", listen)
    }
    expect(received).toEqual(Array(4).fill("POST /admin/follow-ups/search"))
    const { body } = await shop
      .post("/admin/follow-ups/search", { late: "yes" })
      .expect(400)
    expect(body).toMatchObject({ path: ["late"] })
    await shop.post("/admin/follow-ups/search?q=Olena", {}).expect(400)
    await request(shop.url).post("/admin/follow-ups/search").expect(401)
  })

  it("counts every tab in one call", async () => {
    const [first = "", second = ""] = await placed({}, {})
    const task = await taskOf(shop, first)
    const before = (await shop.get("/admin/follow-ups/counts")).body
    await shop
      .post(`/admin/follow-ups/${task.id}/attempts`, {
        channel: "phone",
        outcome: "no_answer",
      })
      .expect(200)
    const { body } = await shop.get("/admin/follow-ups/counts").expect(200)

    expect(before.counts).toEqual({
      now: 2,
      mine: 0,
      waiting: 0,
      late: 0,
      all: 2,
    })
    expect(body.counts).toEqual({
      now: 1,
      mine: 1,
      waiting: 1,
      late: 0,
      all: 2,
    })
    expect(body.revision).not.toBe(before.revision)
    const limit = Date.parse((await taskOf(shop, second)).response_limit_at)
    shop.clock.set(new Date(limit - 4 * 60_000))
    expect((await shop.get("/admin/follow-ups/counts")).body.urgent).toBe(1)
    shop.clock.set(new Date(limit + 1))
    expect((await shop.get("/admin/follow-ups/counts")).body).toMatchObject({
      urgent: 1,
      counts: { late: 1 },
    })
  })

  it("lists whom a task can be given to", async () => {
    const { body } = await shop
      .get("/admin/follow-ups/assignees?limit=2")
      .expect(200)

    expect(body).toMatchObject({ count: 3, limit: 2, offset: 0 })
    expect(body.assignees[0]).toEqual({
      id: expect.stringMatching(/^user_/),
      name: "Ivan Petrenko",
      email: "ivan@shop.example",
    })
  })
}
