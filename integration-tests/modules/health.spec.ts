import { connectionOf } from "../../src/postgres/connection"
import {
  justAfter,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

const NOW = monday("09:01")

describeModule("the health of the desk", ({ service, MikroOrmWrapper }) => {
  /** As if a run was so long ago; a negative time lies ahead. */
  const age = (run: string, seconds: number) =>
    connectionOf(MikroOrmWrapper.forkManager()).execute(
      `update follow_up_watermark
          set position = clock_timestamp() - interval '1 second' * ?
        where name = ?`,
      [seconds, `ran_${run}`]
    )

  const runAll = async () => {
    await service.markRun("tick")
    await service.markRun("walk")
    await service.markRun("scheduled_tick")
    await service.markRun("scheduled_walk")
  }

  it("is trusted by nobody before the first tick", async () => {
    expect(await service.readHealth(NOW)).toEqual({
      timers: { are_trusted: false, last_tick_seconds_ago: null, overdue: 0 },
      reconciler: {
        is_trusted: false,
        last_walk_seconds_ago: null,
        failing_records: 0,
        oldest_failing_seconds: null,
      },
      outbox: { waiting: 0, failing: 0, oldest_seconds: null },
      scheduler: { is_running: false, last_tick_seconds_ago: null },
    })
  })

  it("is good while everything runs", async () => {
    await runAll()
    expect(await service.readHealth(NOW)).toMatchObject({
      timers: { are_trusted: true, last_tick_seconds_ago: expect.any(Number) },
      reconciler: { is_trusted: true },
      scheduler: { is_running: true },
    })
  })

  it.each([
    ["tick", 61, { timers: { are_trusted: false } }],
    ["tick", -3600, { timers: { are_trusted: false } }],
    ["walk", 601, { reconciler: { is_trusted: false } }],
    ["scheduled_tick", 31, { scheduler: { is_running: false } }],
    ["scheduled_walk", 151, { scheduler: { is_running: false } }],
  ])("knows a %s of %s seconds ago as too old", async (run, seconds, seen) => {
    await runAll()
    await age(run, seconds)
    expect(await service.readHealth(NOW)).toMatchObject(seen)
  })

  it("does not trust timers that should have fired", async () => {
    const { due_at } = await openOne(service)
    await runAll()
    const due = justAfter(due_at ?? NOW).getTime()
    const at = async (ms: number) =>
      (await service.readHealth(new Date(due + ms))).timers
    expect(await at(0)).toMatchObject({ are_trusted: true, overdue: 0 })
    expect(await at(61_000)).toMatchObject({ are_trusted: false, overdue: 1 })
  })

  it("trusts timers that could not fire before, as of an order that was found late", async () => {
    const found_at = monday("15:00")
    await openOne(service, { opened_at: monday("09:01") }, found_at)
    await runAll()
    const at = async (ms: number) =>
      (await service.readHealth(new Date(found_at.getTime() + ms))).timers
    expect(await at(5_000)).toMatchObject({ are_trusted: true, overdue: 0 })
    expect(await at(61_000)).toMatchObject({ are_trusted: false, overdue: 1 })
  })

  it("shows what cannot be delivered, or synced", async () => {
    await openOne(service)
    const events = await service.listFollowUpOutboxEvents()
    await service.keepFailed("order", ["order_1", "order_2"], NOW)
    const at = async (time: string) => await service.readHealth(monday(time))
    expect((await at("09:01:05")).outbox).toMatchObject({ failing: 0 })
    await service.takeOutbox(
      events.map(({ id }) => id),
      NOW
    )
    const { outbox, reconciler } = await at("09:03")
    expect(outbox).toEqual({
      waiting: events.length,
      failing: events.length,
      oldest_seconds: 120,
    })
    expect(reconciler).toMatchObject({
      failing_records: 2,
      oldest_failing_seconds: 120,
    })
  })
})
