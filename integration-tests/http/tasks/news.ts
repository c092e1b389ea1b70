import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import request from "supertest"
import { openFollowUpsWorkflow } from "../../../src/workflows"
import { listen, type Listening } from "../../shop/listen"
import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

export function news(shop: TestShop): void {
  const listening: Listening[] = []
  const listens = async (index: number) => {
    const listener = await listen(shop.url, shop.agent(index))
    listening.push(listener)
    return listener
  }
  afterEach(() => listening.splice(0).forEach(({ leave }) => leave()))

  /** The limit of a task that was opened in business hours. */
  const limitOfTask = async (opened_at: string): Promise<string> => {
    shop.clock.set(opened_at)
    const { result } = await openFollowUpsWorkflow(shop.container).run({
      input: {
        follow_ups: [
          { type: "confirm_order", opened_at, phone: "+380671234567" },
        ],
      },
    })
    const { body } = await shop.get(`/admin/follow-ups/${result.ids[0]}`)
    return body.follow_up.response_limit_at
  }

  const aTask = async () => taskOf(shop, (await placeOrder(shop)).id)

  it("is told to all who listen, to each their own", async () => {
    const { id } = await aTask()
    const [olena, petro] = [await listens(0), await listens(1)]
    const first = await olena.counts()
    expect(first.counts).toMatchObject({ now: 1, mine: 0 })
    expect((await petro.counts()).counts).toEqual(first.counts)

    await shop.post(`/admin/follow-ups/${id}/claim`, {}).expect(200)
    expect((await olena.counts()).counts).toMatchObject({ now: 1, mine: 1 })
    const told = await petro.counts()
    expect(told.counts).toMatchObject({ now: 1, mine: 0 })
    expect(told.revision).not.toBe(first.revision)

    // Whoever asks is answered the same.
    const { body } = await shop.get("/admin/follow-ups/counts", shop.agent(1))
    expect(body).toEqual({ ...told, now: body.now })
  })

  it("is told of what another instance has changed", async () => {
    const { id } = await aTask()
    const [olena, petro] = [await listens(0), await listens(1)]
    await olena.counts()
    await petro.counts()

    await byAnotherInstance(shop, id)
    expect((await olena.counts()).counts).toMatchObject({ now: 0, waiting: 1 })
    expect((await petro.counts()).counts).toMatchObject({ now: 0, waiting: 1 })
  })

  it("is told when a task becomes urgent or late, which changes no row", async () => {
    const response_limit_at = await limitOfTask("2026-11-23T10:00+02:00")
    const at = (milliseconds: number) =>
      shop.clock.set(new Date(Date.parse(response_limit_at) + milliseconds))
    at(-300_001)
    const olena = await listens(0)
    expect(await olena.counts()).toMatchObject({
      counts: { late: 0 },
      urgent: 0,
    })
    at(-300_000)
    expect(await olena.counts()).toMatchObject({
      counts: { late: 0 },
      urgent: 1,
    })
    at(1)
    expect(await olena.counts()).toMatchObject({
      counts: { late: 1 },
      urgent: 1,
    })
  })

  it("is told to nobody who is not signed in", async () => {
    await request(shop.url).get("/admin/follow-ups/counts/stream").expect(401)
  })

  it("passes proxies and compression as it comes", async () => {
    const leaving = new AbortController()
    const { token } = shop.agent()
    const { headers, status } = await fetch(
      `${shop.url}/admin/follow-ups/counts/stream`,
      {
        headers: { Authorization: `Bearer ${token}` },
        signal: leaving.signal,
      }
    )
    leaving.abort()
    expect(status).toBe(200)
    expect(headers.get("content-type")).toBe("text/event-stream")
    expect(headers.get("cache-control")).toContain("no-transform")
    expect(headers.get("x-accel-buffering")).toBe("no")
  })
}

/** Changes a task in the database, as this instance's code did not. */
async function byAnotherInstance(
  { container }: TestShop,
  id: string
): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database.transaction(async (transaction) => {
    await transaction("follow_up_task")
      .where({ id })
      .update({ status: "waiting", updated_at: new Date() })
    await transaction("follow_up_activity").insert({
      id: `fuact_of_another_${id}`,
      task_id: id,
      kind: "waiting",
      data: {},
      occurred_at: new Date(),
    })
  })
}
