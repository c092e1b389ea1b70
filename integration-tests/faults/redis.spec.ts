import {
  WorkflowManager,
  WorkflowScheduler,
} from "@medusajs/framework/orchestration"
import { Modules } from "@medusajs/framework/utils"
import type { AdminFollowUpHealthResponse } from "../../src/api/admin/follow-ups/types"
import { placeOrder, taskOf, tasksOf } from "../shop/place-order"
import { findRedis, howToGetRedis, Redis } from "../shop/redis"
import { describeShop, type TestShop } from "../shop/test-shop"
import { until } from "../shop/until"
import { withoutEvents } from "../shop/without-events"

jest.setTimeout(120_000)

const program = findRedis()

if (!program) {
  process.stdout.write(`redis: skipped, ${howToGetRedis}\n`)
  // Counted as skipped, so that a CI run without Redis fails.
  it.skip("runs on Medusa's Redis modules", () => {})
} else {
  let redis: Redis | undefined
  beforeAll(async () => {
    redis = await Redis.start(program)
    process.env.REDIS_URL = redis.url
  })
  afterAll(async () => {
    delete process.env.REDIS_URL
    await redis?.stop()
  })

  describeShop("on Medusa's Redis modules", (shop) => {
    it("opens one call for an order whose event comes five times", async () => {
      const bus = shop.container.resolve(Modules.EVENT_BUS)
      expect(bus.constructor.name).toBe("RedisEventBusService")
      const order = await placeOrder(shop)
      await bus.emit(
        Array.from({ length: 5 }, () => ({
          name: "order.placed",
          data: { id: order.id },
        }))
      )
      const task = await taskOf(shop, order.id)
      await shop.settle()

      expect(await tasksOf(shop, order.id)).toHaveLength(1)
      expect(task.opened_at).toBe(new Date(order.created_at).toISOString())
    })

    it("opens one call for an order whose event was lost, and comes late after all", async () => {
      const order = await withoutEvents(shop, () => placeOrder(shop))
      await shop.settle()
      shop.clock.advance(1)
      await shop.reconcile()
      const task = await taskOf(shop, order.id)
      await shop.container.resolve(Modules.EVENT_BUS).emit({
        name: "order.placed",
        data: { id: order.id },
      })
      await shop.settle()

      expect(await tasksOf(shop, order.id)).toHaveLength(1)
      expect(task.opened_at).toBe(new Date(order.created_at).toISOString())
    })

    it("runs commands, the clock and the reconciler", async () => {
      const order = await placeOrder(shop)
      const task = await taskOf(shop, order.id)
      await shop
        .post(`/admin/follow-ups/${task.id}/wait`, {
          until: new Date(Date.now() + 60_000).toISOString(),
        })
        .expect(200)
      shop.clock.advance(2)
      await shop.tick()
      expect((await taskOf(shop, order.id)).status).toBe("open")
      await withoutEvents(shop, () =>
        shop.post(`/admin/orders/${order.id}/cancel`).expect(200)
      )
      expect((await taskOf(shop, order.id)).status).toBe("open")
      await shop.reconcile()

      expect((await taskOf(shop, order.id)).status).toBe("canceled")
    })

    it("goes on while Redis is gone, and when it comes back empty and nothing ticks any more", async () => {
      const order = await placeOrder(shop)
      const { id } = await taskOf(shop, order.id)
      const waitAMinute = () =>
        shop
          .post(`/admin/follow-ups/${id}/wait`, {
            until: new Date(shop.clock.now().getTime() + 60_000).toISOString(),
          })
          .expect(200)
      const isBack = () =>
        until(
          async () => (await shop.followUp.findTask(id))?.status === "open",
          40_000
        )
      await scheduleTicks()
      await until(
        async () =>
          (await healthOf(shop)).scheduler.last_tick_seconds_ago !== null
      )
      shop.waitNoLongerThan({ scheduler_ms: 7_000 })

      await waitAMinute()
      await redis?.stop()
      shop.clock.advance(2)
      await isBack()

      await redis?.comeBackEmpty()
      await waitAMinute()
      shop.clock.advance(2)
      await isBack()

      const { scheduler, timers } = await healthOf(shop)
      expect(scheduler.last_tick_seconds_ago).toBeGreaterThan(7)
      expect(timers).toMatchObject({ are_trusted: true, overdue: 0 })
    })
  })
}

/** As Medusa does at its start; the tests of a shop begin without schedules. */
async function scheduleTicks(): Promise<void> {
  const job = WorkflowManager.getWorkflow("job-follow-ups-tick")
  if (!job) {
    throw new Error("Medusa has not loaded the tick's job")
  }
  await new WorkflowScheduler().scheduleWorkflow(job)
}

async function healthOf(
  shop: TestShop
): Promise<AdminFollowUpHealthResponse["health"]> {
  const { body } = await shop.get("/admin/follow-ups/health").expect(200)
  return body.health
}
