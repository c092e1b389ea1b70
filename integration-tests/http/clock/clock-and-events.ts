import { EventEmitter } from "node:events"
import { Modules } from "@medusajs/framework/utils"
import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"
import { noteAnswer } from "../../../src/workflows/desk/store-answers"

/** Longer than any test. */
const NEVER_MS = 600_000

type Heard = { name: string; data: unknown; key: unknown }

export function clockAndEvents(shop: TestShop): void {
  const heard: Heard[] = []
  const namesOf = (id: string) =>
    heard
      .filter(({ data }) => JSON.stringify(data).includes(id))
      .map(({ name }) => name)

  beforeAll(() => {
    const bus = shop.container.resolve(Modules.EVENT_BUS)
    bus.subscribe(
      "*",
      async ({ name, data, metadata }) => {
        if (name.startsWith("follow-up.")) {
          heard.push({ name, data, key: metadata?.idempotency_key })
        }
      },
      { subscriberId: "test-listener" }
    )
  })

  it("brings a task back by itself when its next attempt is due", async () => {
    const order = await placeOrder(shop)
    const { id } = await taskOf(shop, order.id)
    const { body } = await shop.post(`/admin/follow-ups/${id}/attempts`, {
      channel: "phone",
      outcome: "no_answer",
    })
    const { waiting_until } = body.follow_up
    shop.clock.set(new Date(Date.parse(waiting_until) - 1_000))
    await shop.tick()
    expect((await taskOf(shop, order.id)).status).toBe("waiting")
    shop.clock.set(new Date(Date.parse(waiting_until) + 90_000))
    await shop.tick()

    expect(await taskOf(shop, order.id)).toMatchObject({
      status: "open",
      due_at: waiting_until,
      timer: { state: "due", level: "at_risk" },
    })
  })

  it("ticks, and reconciles, once the shoppers who wait have their answers", async () => {
    shop.waitNoLongerThan({ answer_ms: NEVER_MS })
    const answer = new EventEmitter()
    noteAnswer(null, answer, () => undefined)
    const ended: string[] = []
    const running = Promise.all([
      shop.tick().then(() => ended.push("tick")),
      shop.reconcile().then(() => ended.push("reconcile")),
    ])
    for (let asked = 0; asked < 10; asked++) {
      await shop.get("/admin/follow-ups").expect(200)
    }
    ended.push("answer")
    answer.emit("close")
    await running

    expect(ended).toHaveLength(3)
    expect(ended[0]).toBe("answer")
  })

  it("tells each missed deadline once, with four ticks at once", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    for (const deadline of [task.response_target_at, task.response_limit_at]) {
      shop.clock.set(new Date(Date.parse(deadline) + 1_000))
      await Promise.all([shop.tick(), shop.tick(), shop.tick(), shop.tick()])
    }
    await until(async () => namesOf(task.id).includes("follow-up.breached"))
    await shop.tick()
    await shop.settle()

    expect(namesOf(task.id).sort()).toEqual([
      "follow-up.breached",
      "follow-up.opened",
      "follow-up.target_missed",
    ])
    expect((await taskOf(shop, order.id)).timer).toMatchObject({
      level: "breached",
      business_seconds_left: -1,
    })
  })

  it("tells of everything that happens to a task, each with its own key", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    for (const [path, body] of [
      ["attempts", { channel: "phone", outcome: "reached" }],
      ["complete", { outcome: "confirmed" }],
      ["reopen", {}],
      ["cancel", { reason: "other" }],
    ] as const) {
      await shop.post(`/admin/follow-ups/${task.id}/${path}`, body).expect(200)
    }
    await until(async () => namesOf(task.id).includes("follow-up.canceled"))

    expect(namesOf(task.id)).toEqual([
      "follow-up.opened",
      "follow-up.attempted",
      "follow-up.completed",
      "follow-up.reopened",
      "follow-up.canceled",
    ])
    const mine = heard.filter(({ data }) =>
      JSON.stringify(data).includes(task.id)
    )
    expect(mine[0]?.data).toEqual({
      id: task.id,
      type: "confirm_order",
      order_id: order.id,
      customer_id: task.customer_id,
      outcome: null,
    })
    expect(mine.map(({ data }) => Object(data).outcome)).toEqual([
      null,
      null,
      "confirmed",
      null,
      null,
    ])
    expect(new Set(mine.map(({ key }) => key)).size).toBe(5)
  })

  it("delivers what a crash left behind", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    const followUp = shop.followUp
    await followUp.runCommand(
      {
        task_id: task.id,
        command: { kind: "cancel", reason: "other", note: null },
        actor_id: null,
      },
      shop.clock.now()
    )
    expect(namesOf(task.id)).not.toContain("follow-up.canceled")
    shop.clock.advance(1)
    await shop.tick()

    await until(async () => namesOf(task.id).includes("follow-up.canceled"))
    expect(await followUp.listFollowUpOutboxEvents({})).toEqual([])
  })
}
