import {
  justAfter,
  monday,
} from "../../src/modules/follow-up/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  waitUntil,
} from "../../src/modules/follow-up/__tests__/task-in-memory"
import type { QueueFilters } from "../../src/modules/follow-up/sql/queue-conditions"
import type { QueuePage } from "../../src/modules/follow-up/sql/select-queue"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne, times } from "./open-request"

const BY_DUE: QueuePage = {
  sort: { column: "due_at", descending: false },
  limit: 50,
  offset: 0,
}

describeModule("the queue", ({ service }) => {
  const NOW = monday("10:30")

  /** The orders of the tasks that a list holds, in its order. */
  const orders = async (
    filters: QueueFilters = {},
    page: Partial<QueuePage> = {},
    now = NOW
  ) => {
    const { tasks, count } = await service.listQueue(
      filters,
      { ...BY_DUE, ...page },
      OLENA,
      now
    )
    expect(count).toBeGreaterThanOrEqual(tasks.length)
    return tasks.map(({ order_id }) => order_id)
  }

  /**
   * - `late`: since 10:00, with nobody
   * - `claimed`: its target is at 10:40, Petro has it
   * - `waiting`: until 14:00, Olena has it
   * - `asked`: for another customer's number by 10:40, nobody has it
   * - `answered`: reached, nothing is due
   * - `done`: completed by Olena
   */
  beforeEach(async () => {
    const open = async (order_id: string, time: string, facts = {}) =>
      await openOne(service, { order_id, opened_at: monday(time), ...facts })
    const run = async (
      { id }: { id: string },
      command: Parameters<typeof service.runCommand>[0]["command"],
      actor_id: string
    ) =>
      await service.runCommand(
        { task_id: id, command, actor_id },
        monday("09:55")
      )

    await open("late", "09:00", { order_total: 100 })
    const claimed = await open("claimed", "10:20", { order_total: 300 })
    await run(claimed, { kind: "claim" }, PETRO)
    const waiting = await open("waiting", "09:50", { order_total: null })
    await run(waiting, { kind: "claim" }, OLENA)
    await run(waiting, waitUntil(monday("14:00")), OLENA)
    await open("asked", "09:40", {
      type: "complete_contact",
      customer_id: "cus_2",
      order_total: 200,
    })
    const answered = await open("answered", "09:51")
    await run(answered, anAttempt({ outcome: "reached" }), PETRO)
    const done = await open("done", "09:52")
    await run(done, completion("confirmed"), OLENA)
  })

  it("puts the task whose time runs out first on top, and what is not due last", async () => {
    expect(await orders({ tab: "now" })).toEqual([
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

  /** In one test: each would migrate a database of its own. */
  it("can be narrowed to", async () => {
    const lists: [to: string, filters: QueueFilters, expected: string[]][] = [
      ["the tab of what waits", { tab: "waiting" }, ["waiting"]],
      ["the tab of my own", { tab: "mine" }, ["waiting"]],
      ["the tab of what is late", { tab: "late" }, ["late"]],
      [
        "the tab of everything",
        { tab: "all" },
        ["late", "asked", "claimed", "waiting", "answered", "done"],
      ],
      ["a status", { status: ["completed"] }, ["done"]],
      [
        "several statuses",
        { status: ["completed", "waiting"] },
        ["waiting", "done"],
      ],
      ["a type", { type: ["complete_contact"] }, ["asked"]],
      ["a type that is none", { type: ['x"},{'] }, []],
      ["a person", { assignee_id: PETRO }, ["claimed", "answered"]],
      ["nobody", { assignee_id: null }, ["late", "asked"]],
      ["an order", { order_id: "claimed" }, ["claimed"]],
      ["a customer", { customer_id: "cus_2" }, ["asked"]],
      ["what is late", { late: true }, ["late"]],
      [
        "what is not late",
        { late: false, status: ["open"] },
        ["asked", "claimed", "answered"],
      ],
      ["what is due before a time", { due_before: monday("10:40") }, ["late"]],
      [
        "all of them together",
        { tab: "now", type: ["confirm_order"], assignee_id: null, late: true },
        ["late"],
      ],
      [
        "all of them, where they exclude each other",
        { tab: "mine", late: true },
        [],
      ],
    ]
    const results = []
    for (const [to, filters] of lists) {
      results.push([to, filters, await orders(filters)])
    }
    expect(results).toEqual(lists)
  })

  it("is late right after the limit and not at it", async () => {
    expect(await orders({ tab: "late" }, {}, monday("10:00"))).toEqual([])
    expect(
      await orders({ tab: "late" }, {}, justAfter(monday("10:00")))
    ).toEqual(["late"])
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
        await orders({ due_before: monday("23:00") }, { sort }),
      ])
    }
    expect(results).toEqual(sorted)
  })

  it("comes in pages, each task on one of them", async () => {
    const pages = await Promise.all(
      [0, 2, 4, 6].map((offset) => orders({}, { limit: 2, offset }))
    )
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 0])
    expect(pages.flat()).toEqual(await orders())
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
    expect(await orders({ tab: "now" })).not.toContain("late")
    expect(await orders({ order_id: "late" })).toEqual([])
  })
})
