import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { OLENA } from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { QueuePage } from "../../src/modules/follow-up/queue/select-queue"
import { BY_DUE, haveAMorning, NOW, ordersIn } from "./a-morning"
import { describeModule } from "./follow-up-module"
import { aRequest, times } from "./open-request"

describeModule("the queue", ({ service }) => {
  beforeEach(() => haveAMorning(service))

  it("puts the task whose time runs out first on top, and what is not due last", async () => {
    expect(await ordersIn(service, { tab: "now" })).toEqual([
      "late",
      "asked",
      "claimed",
      "answered",
    ])
  })

  it("of two equal deadlines puts the older first", async () => {
    const twins = await service.openTasks(
      ["b", "a"].map((order_id) =>
        aRequest({ order_id, opened_at: monday("10:25") })
      ),
      NOW
    )
    const ids = twins.map(({ task }) => task.id).sort()
    const { tasks } = await service.listQueue(
      { tab: "now", due_before: monday("11:00") },
      BY_DUE,
      OLENA,
      NOW
    )
    expect(tasks.slice(-2).map(({ id }) => id)).toEqual(ids)
  })

  it("can be sorted; what has no such value comes last", async () => {
    const sorted: [QueuePage["sort"], string[]][] = [
      [
        { column: "order_total", descending: true },
        ["claimed", "asked", "late", "waiting"],
      ],
      [
        { column: "order_total", descending: false },
        ["late", "asked", "claimed", "waiting"],
      ],
      [
        { column: "opened_at", descending: true },
        ["claimed", "waiting", "asked", "late"],
      ],
      [
        { column: "due_at", descending: true },
        ["waiting", "asked", "claimed", "late"],
      ],
    ]
    const results = []
    for (const [sort] of sorted) {
      results.push([
        sort,
        await ordersIn(service, { due_before: monday("23:00") }, { sort }),
      ])
    }
    expect(results).toEqual(sorted)
  })

  it("is sorted by total within each currency, from page to page", async () => {
    const totals: [string, string | null, number | null][] = [
      ["usd 1000", "usd", 1000],
      ["cad 1000", "cad", 1000],
      ["none", null, null],
      ["usd 20.5", "usd", 20.5],
      ["cad 3000", "cad", 3000],
      ["usd 1000, later", "usd", 1000],
    ]
    await service.openTasks(
      totals.map(([order_id, currency_code, order_total], minute) =>
        aRequest({
          order_id,
          currency_code,
          order_total,
          customer_id: "cus_9",
          opened_at: monday(`11:0${minute}`),
        })
      ),
      monday("11:10")
    )
    const sorted = async (descending: boolean) => {
      const pages = []
      for (const offset of [0, 4]) {
        const sort = { column: "order_total", descending } as const
        const page = { sort, limit: 4, offset }
        pages.push(...(await ordersIn(service, { customer_id: "cus_9" }, page)))
      }
      return pages
    }
    expect(await sorted(false)).toEqual([
      "cad 1000",
      "cad 3000",
      "usd 20.5",
      "usd 1000",
      "usd 1000, later",
      "none",
    ])
    expect(await sorted(true)).toEqual([
      "cad 3000",
      "cad 1000",
      "usd 1000",
      "usd 1000, later",
      "usd 20.5",
      "none",
    ])
  })

  it("comes in pages, each task on one of them", async () => {
    const pages = await Promise.all(
      [0, 2, 4, 6].map((offset) => ordersIn(service, {}, { limit: 2, offset }))
    )
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 0])
    expect(pages.flat()).toEqual(await ordersIn(service))
  })

  it("counts all that there are, whatever the page", async () => {
    await service.openTasks(
      times(30, () => aRequest({ order_id: "many" })),
      NOW
    )
    const { tasks, count } = await service.listQueue(
      { order_id: "many" },
      { ...BY_DUE, limit: 7, offset: 28 },
      OLENA,
      NOW
    )
    expect({ page: tasks.length, count }).toEqual({ page: 2, count: 30 })
  })

  it("shows no task that was deleted", async () => {
    const [late] = await service.findTasks({ order_id: ["late"] })
    await service.softDeleteFollowUpTasks(late?.id ?? "")
    expect(await ordersIn(service, { tab: "now" })).not.toContain("late")
    expect(await ordersIn(service, { order_id: "late" })).toEqual([])
  })
})
